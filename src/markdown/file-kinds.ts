import { extensionOf } from './address.ts';

const pictures = new Set(['avif', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp']);
const videos = new Set(['mp4', 'webm']);

/** Whether a name looks like a picture's. Whether it may be shown is the context's decision. */
export function isPictureFile(name: string): boolean {
  return pictures.has(extensionOf(name));
}

export function isVideoFile(name: string): boolean {
  return videos.has(extensionOf(name));
}
