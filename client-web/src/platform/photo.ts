/**
 * A photo on its way out: drawn anew on a canvas, so that nothing of the file but its picture goes on (no place, no time, no
 * phone's name), small enough for a bad line, with a tiny preview.
 */
export const LONG_SIDE_PX = 2048;
/** What is asked of the encoder first, and what the picture has to come down to. */
const QUALITIES = [0.85, 0.75, 0.65, 0.5];
const WANTED_BYTES = 500 * 1024;
const SMALLER = 0.8;
const PREVIEW_BYTES = 3000;
const PREVIEW_SIDES_PX = [160, 112, 80, 56, 40];
const PREVIEW_QUALITY = 0.5;
/** To open one takes four bytes a pixel; a cheap phone has no more than this for a page. */
export const PIXELS_MAX = 64_000_000;
/** Larger than this on both sides is shrunk while it is opened. */
const OPEN_SIDE_PX = 3072;
const HEAD_BYTES = 256 * 1024;

export class PhotoError extends Error {
  /** photo_unreadable: no picture that this browser knows. photo_huge: more pixels than this device may have room for. */
  constructor(readonly code: 'photo_unreadable' | 'photo_huge') {
    super(code);
    this.name = 'PhotoError';
  }
}
export interface Size { width: number; height: number }
/** Of the turned picture: left, top, width, height, each 0..1. */
export interface Crop { x: number; y: number; width: number; height: number }
export const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };
export interface Photo extends Size { blob: Blob; preview: Uint8Array }

const PNG = [0x89, 0x50, 0x4e, 0x47];
/** Start of frame: the markers that carry the size. C4, C8 and CC are others. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** What a JPEG or PNG says of its own size, before anything of it is opened; null: nothing that is known here. */
export function sizeOf(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length >= 24 && PNG.every((byte, i) => bytes[i] === byte)) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    if (isFrame(bytes[at + 1] ?? 0)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

export async function openPhoto(file: Blob): Promise<ImageBitmap> {
  const head = await file.slice(0, HEAD_BYTES).arrayBuffer().catch(() => { throw new PhotoError('photo_unreadable'); });
  const size = sizeOf(new Uint8Array(head));
  if (size && size.width * size.height > PIXELS_MAX) throw new PhotoError('photo_huge');
  const large = size !== null && Math.min(size.width, size.height) > OPEN_SIDE_PX;
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image', ...(large && { resizeWidth: OPEN_SIDE_PX, resizeQuality: 'high' }) });
  } catch {
    throw new PhotoError('photo_unreadable');
  }
}

/** As it stands after that many quarter turns to the right. */
export const turnedSize = ({ width, height }: Size, turns: number): Size => (turns % 2 === 0 ? { width, height } : { width: height, height: width });

/** The cut of a picture, turned, its long side at most `side` pixels. */
export function draw(picture: ImageBitmap, canvas: HTMLCanvasElement, { turns, crop, side }: { turns: number; crop: Crop; side: number }): void {
  const turned = turnedSize(picture, turns);
  const cut = { width: turned.width * crop.width, height: turned.height * crop.height };
  const scale = Math.min(1, side / Math.max(cut.width, cut.height));
  canvas.width = Math.max(1, Math.round(cut.width * scale));
  canvas.height = Math.max(1, Math.round(cut.height * scale));
  const to = canvas.getContext('2d');
  if (!to) throw new PhotoError('photo_huge');
  // What is seen through would be black in a JPEG.
  to.fillStyle = '#fff';
  to.fillRect(0, 0, canvas.width, canvas.height);
  to.imageSmoothingQuality = 'high';
  to.scale(scale, scale);
  to.translate(-turned.width * crop.x, -turned.height * crop.y);
  to.translate(turned.width / 2, turned.height / 2);
  to.rotate((turns * Math.PI) / 2);
  to.drawImage(picture, -picture.width / 2, -picture.height / 2);
}

const jpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> => new Promise((resolve, reject) => {
  canvas.toBlob((blob) => { if (blob) resolve(blob); else reject(new PhotoError('photo_huge')); }, 'image/jpeg', quality);
});

/** What is sent. */
export async function finishPhoto(picture: ImageBitmap, turns: number, crop: Crop): Promise<Photo> {
  const canvas = document.createElement('canvas');
  for (let side = LONG_SIDE_PX; ; side *= SMALLER) {
    draw(picture, canvas, { turns, crop, side });
    for (const quality of QUALITIES) {
      const blob = await jpeg(canvas, quality);
      if (blob.size <= WANTED_BYTES) return { blob, width: canvas.width, height: canvas.height, preview: await previewOf(picture, turns, crop) };
    }
  }
}

async function previewOf(picture: ImageBitmap, turns: number, crop: Crop): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  for (const side of PREVIEW_SIDES_PX) {
    draw(picture, canvas, { turns, crop, side });
    const blob = await jpeg(canvas, PREVIEW_QUALITY);
    if (blob.size <= PREVIEW_BYTES) return new Uint8Array(await blob.arrayBuffer());
  }
  return new Uint8Array();
}
