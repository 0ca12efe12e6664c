export type Family = 'picture' | 'document' | 'recording';

export type FileType = { label: string; mime: string; endings: readonly [string, ...string[]]; family: Family };

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

/** Every kind of file that this plugin can tell by its content; the first ending is the stored one. */
export const FILE_TYPES = {
  jpeg: { label: 'JPEG', mime: 'image/jpeg', endings: ['.jpg', '.jpeg', '.jpe', '.jfif'], family: 'picture' },
  png: { label: 'PNG', mime: 'image/png', endings: ['.png'], family: 'picture' },
  webp: { label: 'WebP', mime: 'image/webp', endings: ['.webp'], family: 'picture' },
  gif: { label: 'GIF', mime: 'image/gif', endings: ['.gif'], family: 'picture' },
  avif: { label: 'AVIF', mime: 'image/avif', endings: ['.avif'], family: 'picture' },
  pdf: { label: 'PDF', mime: 'application/pdf', endings: ['.pdf'], family: 'document' },
  docx: { label: 'DOCX', mime: `${OFFICE}.wordprocessingml.document`, endings: ['.docx'], family: 'document' },
  xlsx: { label: 'XLSX', mime: `${OFFICE}.spreadsheetml.sheet`, endings: ['.xlsx'], family: 'document' },
  pptx: { label: 'PPTX', mime: `${OFFICE}.presentationml.presentation`, endings: ['.pptx'], family: 'document' },
  odt: { label: 'ODT', mime: `${OPEN}.text`, endings: ['.odt'], family: 'document' },
  ods: { label: 'ODS', mime: `${OPEN}.spreadsheet`, endings: ['.ods'], family: 'document' },
  zip: { label: 'ZIP', mime: 'application/zip', endings: ['.zip'], family: 'document' },
  mp3: { label: 'MP3', mime: 'audio/mpeg', endings: ['.mp3'], family: 'recording' },
  mp4: { label: 'MP4', mime: 'video/mp4', endings: ['.mp4', '.m4v'], family: 'recording' },
} as const satisfies Record<string, FileType>;

export type FileTypeName = keyof typeof FILE_TYPES;

export const FILE_TYPE_NAMES = Object.keys(FILE_TYPES) as FileTypeName[];

/** The kind, without the narrowness of the table. */
export const fileType = (name: FileTypeName): FileType => FILE_TYPES[name];
