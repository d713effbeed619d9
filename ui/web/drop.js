/*
 * A field for a file, or for `several`, chosen or dropped; its name and content are sent as `read`. A picture stays on
 * this machine: it is looked through here, and only the bytes in which a memory (render/packet.py) may stand are sent.
 * A file that is asked for `whole` is sent as it is.
 */

const BEGIN = "<?xpacket begin=", END = "<?xpacket end=", TAIL = 32; // TAIL: bytes in which an end mark ends
const PATIENCE = 30_000; // milliseconds after which the next of several files is sent whatever became of the last
const HEAD = 4096; // bytes at the front, where a PNG from before there were packets has its link
const MARKS = 100; // bytes of the marks around a packet
const PARTS = /^\/?(customXml\/item\d*\.xml|docProps\/custom\.xml)$/i; // of an office file, as in render/zipped.py
const TABLE = /\.(csv|tsv|txt)$/i, LINE_END = 10, MANY = new RangeError("rows");
const ZIP = 0x04034b50, LISTED = 0x02014b50, LIST_ENDS = 0x06054b50, LONGEST_END = 65_557;

export default function ({ data, parentElement, setTriggerValue }) {
  const [box, field, button, hint, told] =
    [".atlas-drop", "input", "button", "span", "[role=status]"].map((part) => parentElement.querySelector(part));
  button.textContent = data.words.choose;
  hint.textContent = data.words.drop;
  field.accept = data.accept;
  field.multiple = Boolean(data.several);
  box.classList.toggle("quiet", Boolean(data.quiet));
  box.taken?.(); // drawn anew, which it is for each file that is heard of
  const take = async (file, follows) => {
    try {
      const content = await (data.whole ? whole(file, data.limits) : remembered(file, data.limits));
      const isRead = data.whole || content; // of an empty file the program says that it is so
      told.textContent = isRead ? "" : `${file.name}: ${data.words.unread}`;
      if (!isRead) return;
      setTriggerValue("read", { name: file.name, content, follows });
      if (data.several) await new Promise((done) => {
        box.taken = done;
        setTimeout(done, PATIENCE);
      });
    } catch (error) {
      told.textContent = `${file.name}: ${error === MANY ? data.words.many : data.words.unread}`;
    }
  };
  button.onclick = () => field.click();
  const takeAll = (files) => { // one after the other: of two that are sent at once, the page would hear of one
    (data.several ? files : files.slice(0, 1)).forEach((file, at) => {
      box.line = Promise.resolve(box.line).then(() => take(file, at > 0));
    });
  };
  field.onchange = () => {
    takeAll([...field.files]);
    field.value = ""; // the same file can be chosen again
  };
  box.ondragover = (event) => mark(event, box, true);
  box.ondragleave = (event) => mark(event, box, false);
  box.ondrop = (event) => {
    mark(event, box, false);
    takeAll([...event.dataTransfer.files]);
  };
}

function mark(event, box, isOver) {
  event.preventDefault(); // or the browser would leave the page for the file
  box.classList.toggle("over", isOver);
}

/** Give the bytes of a file in which a memory may stand, in base64; `limits` are those of scene/limits.py. */
async function remembered(file, limits) {
  if (file.size > limits.file) throw new RangeError(file.name);
  const bytes = await file.arrayBuffer();
  const text = new TextDecoder("latin1").decode(bytes); // a letter a byte, so that places agree
  const first = text.indexOf(BEGIN);
  if (first < 0 && bytes.byteLength > 4 && new DataView(bytes).getUint32(0, true) === ZIP)
    return base64(new Blob(await unpacked(bytes, text, limits).catch(() => [bytes.slice(0, HEAD)])));
  const pieces = [[0, first < 0 ? HEAD : Math.min(first, HEAD)]];
  for (let begin = first, end = 0; begin >= 0 && pieces.length < 9; begin = text.indexOf(BEGIN, end)) {
    end = text.indexOf(END, begin);
    end = end < 0 ? text.length : end + TAIL;
    pieces.push([begin, Math.min(end, begin + limits.packet + MARKS)]);
  }
  return base64(new Blob(pieces.map(([begin, end]) => bytes.slice(begin, end))));
}

/** Unpack the parts of an office file, saved again by another program, in which a memory may stand (APPNOTE 4.3). */
async function unpacked(bytes, text, limits) {
  const view = new DataView(bytes), found = [];
  const end = text.lastIndexOf("PK\x05\x06");
  if (end < bytes.byteLength - LONGEST_END || view.getUint32(end, true) !== LIST_ENDS) throw new RangeError("list");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && found.length < limits.parts; left -= 1) {
    if (view.getUint32(at, true) !== LISTED) break;
    const [method, packed, size, place] = [10, 20, 24, 42].map((far) =>
      far === 10 ? view.getUint16(at + far, true) : view.getUint32(at + far, true));
    const [name, extra, remark] = [28, 30, 32].map((far) => view.getUint16(at + far, true));
    if (PARTS.test(text.slice(at + 46, at + 46 + name)) && size <= Math.min(limits.packet, packed * limits.swelling)) {
      const from = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
      found.push(await inflated(bytes.slice(from, from + packed), method, limits.packet));
    }
    at += 46 + name + extra + remark;
  }
  return found;
}

/** Unpack a part, up to so many bytes: what it says of its size need not be true. */
async function inflated(packed, method, most) {
  if (method === 0) return packed.slice(0, most);
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const pieces = [];
  for (let size = 0; size < most; ) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    size += value.length;
  }
  reader.cancel();
  return new Blob(pieces);
}

/** Give all bytes of a file in base64; a table of far too many rows is told by its line ends, before it is sent. */
async function whole(file, limits) {
  if (file.size > limits.file) throw new RangeError(file.name);
  if (TABLE.test(file.name) && hasMore(new Uint8Array(await file.arrayBuffer()), limits.lines)) throw MANY;
  return base64(file);
}

function hasMore(bytes, lines) {
  let [count, at] = [0, bytes.indexOf(LINE_END)];
  for (; at >= 0 && count <= lines; at = bytes.indexOf(LINE_END, at + 1)) count += 1;
  return count > lines;
}

function base64(blob) {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = fail;
    reader.readAsDataURL(blob);
  });
}
