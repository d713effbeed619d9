"""Why a person's own zip is refused: each sentence says what to do."""

from __future__ import annotations

from i18n.text import Text

BROKEN_ZIP = Text("{name} はzipとして壊れています。作り直してください。", "{name} is broken as a zip; make it again.")
EMPTY_ZIP = Text("{name} には何も入っていません。作り直してください。", "{name} holds nothing; make it again.")
STRANGE_ZIP = Text(
    "{name} の中({members})に .shp も .kml もありません。ShapefileかKML以外はzipにせずそのまま選んでください。",
    "{name} holds ({members}) no .shp and no .kml; choose any other file as it is, not in a zip.",
)
MACROS = Text(
    "{name} はマクロを含むため読みません。マクロなしのブック(.xlsx)で保存し直してください。",
    "{name} holds macros and is not read; save it as a workbook without macros (.xlsx).",
)
MANY_MEMBERS = Text("{name} には {most} を超える数のファイルが入っています。必要なものだけにしてください。",
                    "{name} holds more than {most} files; keep only what is needed.")
UNPACKS_TOO_BIG = Text("{name} は展開すると {most} MB を超えます。必要な部分だけにしてください。",
                       "{name} unpacks to more than {most} MB; keep only the part that is needed.")
PACKED_TOO_WELL = Text(
    "{name} は展開すると {most} 倍を超えて膨らむため読みません。中身を確かめてください。",
    "{name} swells to more than {most} times its size when unpacked and is not read; look into what it holds.",
)
TRICK_PATH = Text(
    "{name} の中の「{member}」はフォルダーの外を指す名前のため、全体を読みません。zipを作り直してください。",
    "{name}: the name of “{member}” points outside its folder, so nothing is read; make the zip again.",
)
LINK_IN_ZIP = Text(
    "{name} の中の「{member}」は別の場所へのリンクのため、全体を読みません。実物を入れて作り直してください。",
    "{name}: “{member}” is a link to another place, so nothing is read; put the file itself into the zip.",
)
LOCKED_ZIP = Text("{name} にはパスワードが掛かっています。外して作り直してください。",
                  "{name} has a password; make it again without one.")
NESTED = Text("{name} の中の「{member}」は圧縮ファイルです。先に展開してからまとめてください。",
              "{name}: “{member}” is itself an archive; unpack it first.")
