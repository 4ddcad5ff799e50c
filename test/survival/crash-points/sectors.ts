/** Writing into content, and where a writing is cut when the power goes: a disk writes whole sectors. */

export const sized = (content: Buffer, length: number): Buffer =>
  content.length >= length
    ? content.subarray(0, length)
    : Buffer.concat([content, Buffer.alloc(length - content.length)]);

export const written = (content: Buffer, offset: number, bytes: Buffer): Buffer => {
  const long = sized(content, Math.max(content.length, offset + bytes.length));
  return Buffer.concat([long.subarray(0, offset), bytes, long.subarray(offset + bytes.length)]);
};

const sector = 512;

/** Where a writing can be cut: at every edge of a sector of the file, or, where there are many, at the middle one. */
export const edges = (offset: number, length: number): readonly number[] => {
  const all: number[] = [];
  for (let edge = sector - (offset % sector); edge < length; edge += sector) all.push(edge);
  return all.length <= 4 ? all : all.slice(all.length / 2, all.length / 2 + 1);
};
