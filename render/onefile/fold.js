// Text as search compares it: one width, one case, one kana, without marks and blanks (see analysis/search/fold.py).

const SMALL = Object.fromEntries([..."ぁぃぅぇぉっゃゅょゎゕゖ"].map((letter, i) => [letter, "あいうえおつやゆよわかけ"[i]]));
const V_SOUNDS = [["ヴァ", "バ"], ["ヴィ", "ビ"], ["ヴェ", "ベ"], ["ヴォ", "ボ"], ["ヴ", "ブ"]];
const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/g;

function fold(text) {
  let plain = text.normalize("NFKC").toLowerCase().replaceAll("ß", "ss").replace(/['’‘ʻ`´ˈ]/g, "");
  plain = plain.normalize("NFD").replace(MARKS, "").normalize("NFC");
  for (const [strange, usual] of V_SOUNDS) plain = plain.replaceAll(strange, usual);
  plain = plain.replace(/[^\p{L}\p{N}ー]/gu, "").replaceAll("ー", "");
  return plain.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60)).replace(/[ぁぃぅぇぉっゃゅょゎゕゖ]/g, (kana) => SMALL[kana]);
}
