"""What the page of sources says of licences and of confidence; render/caption prints the short form on pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from i18n.text import Text, same


@dataclass(frozen=True, slots=True)
class Licensed:
    """Something that is not ours: under what terms it is used, and what is printed for it."""

    what: Text
    licence: Text
    attribution: Text


NOTHING = same("–")
LICENCES = (
    Licensed(
        Text("国境・海岸線: Natural Earth 5.1.1(1:10m)を日本政府の立場に合わせて加工",
             "Borders and coasts: Natural Earth 5.1.1 (1:10m), edited to the position of the Government of Japan"),
        Text("パブリックドメイン", "Public domain"),
        Text("「Natural Earth」の表示(任意)", "“Made with Natural Earth” (asked for, not required)"),
    ),
    Licensed(
        Text("地点(都市・首都・陸揚げ地の一部): GeoNames",
             "Points (part of the towns, capitals and landings): GeoNames"),
        same("CC BY 4.0"),
        same("Contains data from GeoNames (geonames.org), CC BY 4.0"),
    ),
    Licensed(
        Text("海底ケーブルの個別の事実(67行): TeleGeography",
             "Single facts of submarine cables (67 rows): TeleGeography"),
        Text("個別の事実のみを引用(2022・2023年のデータはCC BY-NC-SA 3.0)",
             "Single facts only (its data of 2022 and 2023: CC BY-NC-SA 3.0)"),
        Text("各行の出典に記載", "Named in the sources of each row"),
    ),
    Licensed(
        Text("そのほかの事実", "All other facts"),
        Text("当方の言葉で記した事実。アトラスと同じApache-2.0",
             "Facts in our own words, under the atlas's Apache-2.0"),
        Text("各行の出典を示す", "Each row names its sources"),
    ),
    Licensed(
        Text("画像の書体: IPAexゴシック", "Font of pictures: IPAex Gothic"),
        Text("IPAフォントライセンスv1.0", "IPA Font License Agreement v1.0"),
        NOTHING,
    ),
    Licensed(Text("地図の部品: Leaflet 1.9.4", "Map component: Leaflet 1.9.4"), same("BSD-2-Clause"), NOTHING),
    Licensed(Text("このアトラス", "The atlas itself"), same("Apache-2.0"), NOTHING),
)
NO_COMMERCIAL_GEOMETRY = Text(
    "商用のケーブル地図の図形は使っていません。ケーブルの経路は陸揚げ地の間を計算した概略図です。",
    "No geometry of a commercial cable map is used: routes are computed between landing points and are schematic.",
)
GRADES: Mapping[str, Text] = {
    "high": Text("公的機関・事業者の発表、または詳しい報告", "an official body, the operator, or a detailed report"),
    "medium": Text("報道、相手側の発表、または計画の概要のみ", "press, the partner's side, or the outline alone"),
    "low": Text("間接的な資料", "indirect"),
}
GRADED = Text("{meaning}({count}件)", "{meaning} ({count} facts)")
NOT_TODAY = Text(
    "確度は資料の種類を、その資料の日付の時点で評価したもので、いまも同じ状況であることを示しません。状況の時点と合わせて見てください。",
    "Confidence grades the kind of source on the day of the source; it does not say that a status still holds. "
    "Read it with the date of the status.",
)
UNKNOWN_MEANS = Text(
    "「不明」は資料が見つからなかったことを示し、何も起きていないことを示すものではありません。",
    "“Unknown” means that no source was found, not that nothing happened.",
)
