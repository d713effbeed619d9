"""The few phrases that Streamlit itself puts on the page, in English only; `*` stands for any words."""

from __future__ import annotations

from i18n.text import Text

BORROWED: tuple[Text, ...] = (
    Text("本文へ移動", "Skip to main content"),
    Text("表示条件", "Sidebar"),
    Text("表示条件を開く", "Expand sidebar"),
    Text("表示条件を閉じる", "Collapse sidebar"),
    Text("「*」の説明", "Help for *"),
    Text("*(始まり)", "* — start"),
    Text("*(終わり)", "* — end"),
    Text("開く", "Open"),
    Text("閉じる", "Close"),
    Text("値を消す", "Clear value"),
    Text("すべて消す", "Clear all"),
    Text("すべて選択", "Select all"),
    Text("選択した値", "Selected values"),
    Text("該当する選択肢はありません", "No results"),
    Text("増やす", "Increment"),
    Text("減らす", "Decrement"),
    Text("ページ送り", "Pagination"),
    Text("前のページ", "Previous page"),
    Text("次のページ", "Next page"),
    Text("*ページ目", "Page *"),
    Text("列の表示・非表示", "Show/hide columns"),
    Text("CSVで保存", "Download as CSV"),
    Text("一覧内を検索", "Search"),
    Text("検索を閉じる", "Close Search"),
    Text("前の該当箇所", "Previous Result"),
    Text("次の該当箇所", "Next Result"),
    Text("全画面で表示", "Fullscreen"),
    Text("全画面を終了", "Close fullscreen"),
    Text("列の操作", "Dataframe column menu"),
    Text("選択を解除", "Clear selection"),
    Text("コピー", "Copy to clipboard"),
    Text("処理中", "Running..."),
    Text("処理を止める", "Stop script"),
    Text("接続しています", "Connecting"),
    Text("ファイルを作れませんでした", "Failed to generate file for download"),
)
