export type Values = Record<string, unknown>;

/** The document whose form is open: what a save of it is based on, and what stands in the form. */
export type OpenDocument = {
  type: string;
  /** Undefined while it is being created. */
  documentId: string | undefined;
  locale: string;
  revision: number;
  values(): Values;
};

let open: OpenDocument | null = null;

export const openDocument = (): OpenDocument | null => open;

/** Called whenever a form shows another document or another state of it; null when it is closed. */
export function setOpenDocument(document: OpenDocument | null): void {
  open = document;
}

/** By which what was typed in a form is kept and found again. */
export const keyOf = ({ type, documentId = 'new', locale }: OpenDocument): string => `${type} ${documentId} ${locale}`;
