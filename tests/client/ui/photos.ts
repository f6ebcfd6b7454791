/** Photos for pages: drawn in the browser, with what a phone writes into them. */
import type { Page } from 'playwright-core';

export const PLACE = 'GPS 59.3293 18.0686';

/** Exif as phones write it, in its own segment behind the start of the image. */
export function withExif(jpeg: Buffer, orientation = 1): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(PLACE)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** A picture whose left half is red and whose right half is blue, with noise as a camera has it. */
export async function drawnPhoto(page: Page, width: number, height: number): Promise<Buffer> {
  const url = await page.evaluate(([w, h]) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [w!, h!];
    const to = canvas.getContext('2d')!;
    to.fillStyle = '#d22';
    to.fillRect(0, 0, w! / 2, h!);
    to.fillStyle = '#22d';
    to.fillRect(w! / 2, 0, w! / 2, h!);
    for (let i = 0; i < 4000; i++) {
      to.fillStyle = `rgba(${(i * 37) % 255}, ${(i * 91) % 255}, ${(i * 53) % 255}, 0.3)`;
      to.fillRect((i * 7919) % w!, (i * 104_729) % h!, 9, 9);
    }
    return canvas.toDataURL('image/jpeg', 0.95);
  }, [width, height]);
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

/** Chosen on the page where attachments are made. */
export async function givePhoto(page: Page, { width = 900, height = 600, orientation = 1 } = {}): Promise<void> {
  const buffer = withExif(await drawnPhoto(page, width, height), orientation);
  await page.locator('input[type=file]').nth(1).setInputFiles({ name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer });
}
