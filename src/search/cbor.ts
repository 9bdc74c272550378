/**
 * The part of CBOR (RFC 8949) that Pagefind's files are made of: whole numbers of up to 32 bits, texts, and arrays that say
 * how long they are. A reader throws at anything else.
 */
export interface CborReader {
  /** Where the next item begins. */
  position: () => number;
  uint: () => number;
  int: () => number;
  text: () => string;
  /** Reads the beginning of an array, and says how many items follow. */
  array: () => number;
  /** Passes over an array of numbers, and says how many there are. */
  skipNumbers: () => number;
}

export interface CborWriter {
  int: (value: number) => void;
  text: (value: string) => void;
  array: (length: number) => void;
  /** Items that are written already. */
  raw: (items: Uint8Array) => void;
  bytes: () => Uint8Array<ArrayBuffer>;
}

const kinds = { uint: 0, negative: 1, text: 3, array: 4 } as const;
// How many bytes a number takes is said by these; smaller ones stand there themselves.
const [oneByte, twoBytes, fourBytes] = [24, 25, 26] as const;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

export function readCbor(bytes: Uint8Array): CborReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const value = (first: number) => {
    const size = first & 31;
    if (size < oneByte) return size;
    if (size === oneByte) return view.getUint8(at++);
    if (size === twoBytes) {
      at += 2;
      return view.getUint16(at - 2);
    }
    if (size !== fourBytes)
      throw new Error(`There is no number at byte ${at} of a file of the search index.`);
    at += 4;
    return view.getUint32(at - 4);
  };
  const expect = (kind: number) => {
    const first = view.getUint8(at++);
    if (first >> 5 !== kind)
      throw new Error(`A file of the search index has something else at byte ${at - 1}.`);
    return value(first);
  };
  const int = () => {
    const first = view.getUint8(at++);
    if (first >> 5 > kinds.negative)
      throw new Error(`There is no number at byte ${at - 1} of a file of the search index.`);
    return first >> 5 === kinds.uint ? value(first) : -1 - value(first);
  };
  return {
    position: () => at,
    uint: () => expect(kinds.uint),
    int,
    text: () => {
      const length = expect(kinds.text);
      at += length;
      return decoder.decode(bytes.subarray(at - length, at));
    },
    array: () => expect(kinds.array),
    skipNumbers: () => {
      const numbers = expect(kinds.array);
      for (let left = numbers; left > 0; left -= 1) int();
      return numbers;
    },
  };
}

export function writeCbor(): CborWriter {
  let bytes = new Uint8Array(1024);
  let at = 0;
  const add = (items: Uint8Array | readonly number[]) => {
    if (at + items.length > bytes.length) {
      const larger = new Uint8Array(2 * (at + items.length));
      larger.set(bytes.subarray(0, at));
      bytes = larger;
    }
    bytes.set(items, at);
    at += items.length;
  };
  const number = (kind: number, value: number) => {
    const first = kind << 5;
    if (value < oneByte) add([first | value]);
    else if (value < 0x100) add([first | oneByte, value]);
    else if (value < 0x10000) add([first | twoBytes, value >> 8, value & 255]);
    else add([first | fourBytes, value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
  };
  return {
    int: (value) => (value < 0 ? number(kinds.negative, -1 - value) : number(kinds.uint, value)),
    text: (value) => {
      // Nearly all are short and plain, and the encoder takes its time to begin.
      const isPlain = value.length < oneByte && /^[\x20-\x7e]*$/u.test(value);
      const encoded = isPlain ? Array.from(value, (letter) => letter.charCodeAt(0)) : encoder.encode(value);
      number(kinds.text, encoded.length);
      add(encoded);
    },
    array: (length) => number(kinds.array, length),
    raw: add,
    bytes: () => bytes.subarray(0, at),
  };
}
