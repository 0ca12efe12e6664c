/**
 * The text of a file in UTF-8.
 *
 * @returns null for a file in another encoding, such as a spreadsheet's plain CSV with letters of Vietnamese in it
 */
export async function readFile(file: Blob): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
