"""What the desk's workbook says: names of its sheets, its instructions, and each thing that may be wrong with it."""

from __future__ import annotations

from i18n.text import Text

HOW_TO = "使い方 How to"
DICTIONARY = "辞書 Dictionary"
LISTS = "選択肢 Lists"
"""Sheets beside those of the tables; their names are the same in both languages, so that either can be applied."""

IS_THERE = Text(
    "{path} はすでにあります。別の名前にするか、先に移してください。",
    "{path} is already there; choose another name or move it first.",
)
NOT_XLSX = Text(
    "{path}: Excelブック(.xlsx)の名前を指定してください。",
    "{path}: name an Excel workbook, ending in .xlsx.",
)
NO_FOLDER = Text("フォルダー {path} がないため書けません。", "There is no folder {path} to write to.")
CANNOT_WRITE = Text("{path} に書けません({why})。", "{path} cannot be written ({why}).")
GONE = Text("{path} が見つかりません。", "{path} is not there.")
A_FOLDER = Text("{path} はファイルではありません。", "{path} is no file.")
LOCKED = Text(
    "{path} はパスワード付きか古い形式(.xls)です。パスワードを外し、.xlsx で保存してください。",
    "{path} has a password or is of the old kind (.xls): take the password off and save it as .xlsx.",
)
BROKEN = Text(
    "{path} はExcelブックとして読めません。ファイルが壊れているか、別の種類のファイルです。",
    "{path} cannot be read as an Excel workbook: it is broken or of another kind.",
)
TOO_BIG = Text(
    "{path} は展開すると {size} MB を超えるため読みません。",
    "{path} unpacks to more than {size} MB and is not read.",
)
TOO_LONG = Text(
    "{file} {row}行目 列 {column}: {length} 文字あり、Excelのセルに入りません(上限 {most} 文字)。",
    "{file}, row {row}, column {column}: {length} characters do not fit into a cell of Excel ({most} at most).",
)
NO_SHEET = Text(
    "シート「{sheet}」がありません。シートは消したり名前を変えたりしないでください。",
    "Sheet “{sheet}” is missing. Sheets must not be deleted or renamed.",
)
STRANGE_SHEET = Text(
    "シート「{sheet}」は知らないシートです。シートを足したり名前を変えたりしないでください。",
    "Sheet “{sheet}” is not known. Sheets must not be added or renamed.",
)
RENAMED_SHEET = Text(
    "シート「{sheet}」は知らないシートで、シート「{missing}」がありません。名前を元に戻してください。",
    "Sheet “{sheet}” is not known, and sheet “{missing}” is missing. Give it its name back.",
)
NO_COLUMN = Text(
    "シート「{sheet}」1行目: 列 {column} がありません。",
    "Sheet “{sheet}”, row 1: column {column} is missing.",
)
STRANGE_COLUMN = Text(
    "シート「{sheet}」{cell}: 列「{column}」は知らない列です。ここで使える列: {known}。",
    "Sheet “{sheet}”, {cell}: column “{column}” is not known. Possible here: {known}.",
)
COLUMN_TWICE = Text(
    "シート「{sheet}」{cell}: 列 {column} が2つあります。",
    "Sheet “{sheet}”, {cell}: column {column} stands there twice.",
)
LABELS_MOVED = Text(
    "シート「{sheet}」2行目: 列の意味の行がありません。1・2行目は見出しです。消したり並べ替えたりしないでください。",
    "Sheet “{sheet}”, row 2: the row of meanings is missing. Rows 1 and 2 are headers; do not delete or sort them.",
)
MERGED = Text(
    "シート「{sheet}」{cells}: セルが結合されています。結合を解除してください。",
    "Sheet “{sheet}”, {cells}: cells are merged. Split them.",
)
HIDDEN_ROWS = Text(
    "シート「{sheet}」{rows}行目: 隠れた行があります。フィルターを解除し、すべての行を表示して保存してください。",
    "Sheet “{sheet}”, row {rows}: rows are hidden. Clear the filter, show all rows and save again.",
)
HIDDEN_COLUMNS = Text(
    "シート「{sheet}」{columns}列: 隠れた列があります。すべての列を表示して保存してください。",
    "Sheet “{sheet}”, column {columns}: columns are hidden. Show all columns and save again.",
)
BLANK_ROW = Text(
    "シート「{sheet}」{row}行目: 空の行です。行を除くときは、行全体を削除してください。",
    "Sheet “{sheet}”, row {row}: the row is blank. To take a row away, delete the whole row.",
)
BEYOND = Text(
    "シート「{sheet}」{cell}: 値「{value}」が見出しのない列にあります。",
    "Sheet “{sheet}”, {cell}: value “{value}” stands in a column without a header.",
)
TOO_FAR = Text(
    "シート「{sheet}」: {cell} まで続いています。データの下と右の余分な行と列を削除してください。",
    "Sheet “{sheet}” goes as far as {cell}. Delete the rows and columns below and beside the data.",
)
BAD_CELL = Text(
    "シート「{sheet}」{cell}(列 {column}): 値「{value}」は使えません。使える値: {allowed}。",
    "Sheet “{sheet}”, {cell} (column {column}): value “{value}” is not allowed. Allowed: {allowed}.",
)
SAME_ROW = Text(
    "シート「{sheet}」{row}行目: {first}行目と同じ行です。",
    "Sheet “{sheet}”, row {row}: the same as row {first}.",
)
NO_ROWS = Text("シート「{sheet}」: 行がありません。", "Sheet “{sheet}”: there are no rows.")
NO_FORMULA = Text("数式ではなく文字列", "text, not a formula")
NO_ERROR = Text("エラー値ではなく文字列", "text, not an error value")
NO_TIME = Text("時刻のない日付(文字列で YYYY-MM-DD)", "a date without a time of day, as text YYYY-MM-DD")
NO_TRUTH = Text("TRUEやFALSEではなく文字列", "text, not TRUE or FALSE")
A_NUMBER = Text("ふつうの大きさの数", "a number of ordinary size")
NO_CONTROL = Text("制御文字を含まない文字列", "text without control characters")

OUTDATED = Text(
    "シート「{sheet}」: このブックを書き出したあとで data/{file} が変わりました。"
    "新しいブックを書き出し、そちらを直してください。",
    "Sheet “{sheet}”: data/{file} has changed since this workbook was written. "
    "Write a new workbook and edit that one.",
)
NO_VERSION = Text(
    "シート「{sheet}」: データの版が読めません。このシートは変えないでください。",
    "Sheet “{sheet}”: the version of the data cannot be read. Do not change this sheet.",
)

WRITTEN = Text(
    "{path} を書きました({tables} 表、{rows} 行、データの時点 {date})。",
    "Wrote {path} ({tables} tables, {rows} rows, data as of {date}).",
)
NO_CHANGE = Text("変更はありません。何も書いていません。", "No changes. Nothing was written.")
ADDED = Text("追加 {file} {id}", "added {file} {id}")
REMOVED = Text("削除 {file} {id}", "removed {file} {id}")
CHANGED = Text("変更 {file} {id} {column}: 「{old}」→「{new}」", "changed {file} {id} {column}: “{old}” → “{new}”")
CELL = Text("  {column}: 「{value}」", "  {column}: “{value}”")
COUNTED = Text(
    "追加 {added} 行、削除 {removed} 行、変更 {changed} セル。",
    "{added} rows added, {removed} rows removed, {changed} cells changed.",
)
DRY = Text("試しの実行です。何も書いていません。", "This was a dry run. Nothing was written.")
APPLIED = Text(
    "data/ に書きました: {files}。記録は data/CHANGES.md にあります。",
    "Written to data/: {files}. The record is in data/CHANGES.md.",
)
REFUSED = Text("{count} 件の問題があるため、何も書いていません。", "Problems: {count}. Nothing was written.")
UNDONE = Text(
    "前回の書き込みが途中で止まっていたため、data/ を書き込み前に戻しました。",
    "An earlier apply broke off half-way; data/ was put back to what it was before.",
)
NOT_PUT = Text(
    "data/ に書けませんでした({why})。元のファイルに戻しました。",
    "data/ could not be written ({why}); the files were put back.",
)
BUSY = Text(
    "data/ は別の適用が書き換えている最中です。終わってからもう一度実行してください。何も書いていません。",
    "Another apply is at work on data/; run this again when it is done. Nothing was written.",
)
NOT_BACK = Text(
    "途中まで書かれた data/ を元に戻せません({why})。原因を除いて python cli.py check を実行すると元に戻ります。",
    "data/ is half written and cannot be put back ({why}). Remove the cause, then python cli.py check puts it back.",
)
NOT_CHECKED = Text(
    "新しいデータを調べられませんでした。何も書いていません({why})。",
    "The new data could not be checked; nothing was written ({why}).",
)

TITLE = Text("海外展開アトラス データ編集用ブック", "Tenkai Atlas: workbook for editing the data")
STEPS = (
    Text("このブックには data/ のすべての表が、1ファイル1シートで入っています。",
         "This workbook holds every table of data/, one sheet a file."),
    Text("1行目は列の名前、2行目はその意味です。どちらも変えないでください。データは3行目からです。",
         "Row 1 names the columns, row 2 says what they mean. Change neither. Data begin in row 3."),
    Text("セルはすべて文字列です。日付は 2025、2025-06、2025-06-30 のように書きます。",
         "Every cell is text. Dates are written as 2025, 2025-06 or 2025-06-30."),
    Text("1つのセルに複数を書くときは | で区切ります。日本語(_ja)と英語(_en)の列は両方書きます。",
         "Several parts in one cell are joined by |. Columns _ja and _en are filled both or neither."),
    Text("符号の列では、セルの右の▼から選べます。使える値は「辞書 Dictionary」のシートにあります。",
         "Coded columns offer a list at the cell. The sheet named Dictionary says what each column may hold."),
    Text("行を除くときは行全体を削除します。追加は最後の行の下か、行を挿入して書きます。",
         "To take a row away delete the whole row. Add rows below the last, or insert one."),
    Text("番号(id)の列を変えると、元の行の削除と新しい行の追加になります。",
         "Changing the id of a row removes the old row and adds a new one."),
    Text("並べ替えは差し支えありません。隠れた行や列は、保存する前にすべて表示してください。",
         "Sorting does no harm. Show all hidden rows and columns before saving."),
    Text("変えた行では、出典の列と、状況の時点(status_as_of)も直してください。",
         "In a row that you change, mend the sources and status_as_of as well."),
    Text("保存したら python cli.py workbook apply ファイル名 --dry-run で確かめ、--dry-run を外して書き込みます。",
         "After saving, try python cli.py workbook apply FILE --dry-run; without --dry-run it writes."),
    Text("書き込んだあとは、続きを直す前に新しいブックを書き出してください。",
         "After an apply, write a new workbook before editing on."),
)
VERSION = Text("データの版(変えないでください)", "Version of the data (do not change)")
AS_OF = Text("データの時点", "Data as of")
VERSION_HEAD = (Text("ファイル", "File"), Text("行数", "Rows"), Text("版", "Version"))
DICTIONARY_HEAD = (
    Text("シート", "Sheet"), Text("列", "Column"), Text("意味", "Meaning"), Text("空欄にできるか", "May be blank"),
    Text("入るもの", "Holds"),
)
MAY_BE_BLANK = {False: Text("はい", "Yes"), True: Text("いいえ", "No")}
