export type Values = Record<string, unknown>;

/** The document whose form is open: the revision that a save is based on, and the values of the form. */
export type OpenDocument = {
  type: string;
  /** The one document of a single type, which the addresses of its requests do not name. */
  isSingle: boolean;
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

/** The key under which the values of a form are kept. */
export const keyOf = ({
  type,
  documentId = 'new',
  locale,
}: Pick<OpenDocument, 'type' | 'documentId' | 'locale'>): string => `${type} ${documentId} ${locale}`;
