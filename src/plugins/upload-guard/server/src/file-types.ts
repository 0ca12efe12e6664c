type FileFamily = 'picture' | 'document' | 'recording';

export type FileType = {
  label: string;
  mime: string;
  /** With their dots; a file is stored under the first. */
  extensions: readonly [string, ...string[]];
  family: FileFamily;
};

const OFFICE_OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/** Every file type that this plugin can identify by its content. */
export const FILE_TYPES = {
  jpeg: { label: 'JPEG', mime: 'image/jpeg', extensions: ['.jpg', '.jpeg', '.jpe', '.jfif'], family: 'picture' },
  png: { label: 'PNG', mime: 'image/png', extensions: ['.png'], family: 'picture' },
  webp: { label: 'WebP', mime: 'image/webp', extensions: ['.webp'], family: 'picture' },
  gif: { label: 'GIF', mime: 'image/gif', extensions: ['.gif'], family: 'picture' },
  avif: { label: 'AVIF', mime: 'image/avif', extensions: ['.avif'], family: 'picture' },
  pdf: { label: 'PDF', mime: 'application/pdf', extensions: ['.pdf'], family: 'document' },
  docx: {
    label: 'DOCX',
    mime: `${OFFICE_OPEN_XML}.wordprocessingml.document`,
    extensions: ['.docx'],
    family: 'document',
  },
  xlsx: { label: 'XLSX', mime: `${OFFICE_OPEN_XML}.spreadsheetml.sheet`, extensions: ['.xlsx'], family: 'document' },
  pptx: {
    label: 'PPTX',
    mime: `${OFFICE_OPEN_XML}.presentationml.presentation`,
    extensions: ['.pptx'],
    family: 'document',
  },
  odt: { label: 'ODT', mime: `${OPEN_DOCUMENT}.text`, extensions: ['.odt'], family: 'document' },
  ods: { label: 'ODS', mime: `${OPEN_DOCUMENT}.spreadsheet`, extensions: ['.ods'], family: 'document' },
  zip: { label: 'ZIP', mime: 'application/zip', extensions: ['.zip'], family: 'document' },
  mp3: { label: 'MP3', mime: 'audio/mpeg', extensions: ['.mp3'], family: 'recording' },
  mp4: { label: 'MP4', mime: 'video/mp4', extensions: ['.mp4', '.m4v'], family: 'recording' },
} as const satisfies Record<string, FileType>;

export type FileTypeName = keyof typeof FILE_TYPES;

export const FILE_TYPE_NAMES = Object.keys(FILE_TYPES) as FileTypeName[];

/** The entry of FILE_TYPES, typed as any file type. */
export const fileTypeOf = (name: FileTypeName): FileType => FILE_TYPES[name];
