/*
 * A field for a file, chosen or dropped; its name and content are sent as `read`. A picture stays on this machine: it
 * is looked through here, and only the bytes in which a memory (render/packet.py) may stand are sent. A file that is
 * asked for `whole` is sent as it is.
 */

const BEGIN = "<?xpacket begin=", END = "<?xpacket end=", TAIL = 32; // TAIL: bytes in which an end mark ends
const HEAD = 4096; // bytes at the front, where a PNG from before there were packets has its link
const LONGEST = 2_000_100; // bytes of a packet, as in render/packet.py, and its marks
const MOST = 100_000_000; // bytes of a file

export default function ({ data, parentElement, setTriggerValue }) {
  const [box, field, button, hint, told] =
    [".atlas-drop", "input", "button", "span", "[role=status]"].map((part) => parentElement.querySelector(part));
  button.textContent = data.words.choose;
  hint.textContent = data.words.drop;
  field.accept = data.accept;
  box.classList.toggle("quiet", Boolean(data.quiet));
  const take = async (file) => {
    if (!file) return;
    const content = await (data.whole ? whole(file, data.most) : remembered(file)).catch(() => "");
    told.textContent = content ? "" : data.words.unread;
    if (content) setTriggerValue("read", { name: file.name, content });
  };
  button.onclick = () => field.click();
  field.onchange = () => {
    take(field.files[0]);
    field.value = ""; // the same file can be chosen again
  };
  box.ondragover = (event) => mark(event, box, true);
  box.ondragleave = (event) => mark(event, box, false);
  box.ondrop = (event) => {
    mark(event, box, false);
    take(event.dataTransfer.files[0]);
  };
}

function mark(event, box, isOver) {
  event.preventDefault(); // or the browser would leave the page for the file
  box.classList.toggle("over", isOver);
}

/** Give the bytes of a file in which a memory may stand, in base64. */
async function remembered(file) {
  if (file.size > MOST) throw new RangeError(file.name);
  const bytes = await file.arrayBuffer();
  const text = new TextDecoder("latin1").decode(bytes); // a letter a byte, so that places agree
  const first = text.indexOf(BEGIN);
  const pieces = [[0, first < 0 ? HEAD : Math.min(first, HEAD)]];
  for (let begin = first, end = 0; begin >= 0 && pieces.length < 9; begin = text.indexOf(BEGIN, end)) {
    end = text.indexOf(END, begin);
    end = end < 0 ? text.length : end + TAIL;
    pieces.push([begin, Math.min(end, begin + LONGEST)]);
  }
  return base64(new Blob(pieces.map(([begin, end]) => bytes.slice(begin, end))));
}

async function whole(file, most) {
  if (file.size > most) throw new RangeError(file.name);
  return base64(file);
}

function base64(blob) {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = fail;
    reader.readAsDataURL(blob);
  });
}
