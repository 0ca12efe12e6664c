/** Why a captured page cannot be imported. The message is a Vietnamese phrase for the operator's summary. */
export class PageRefused extends Error {
  override name = 'PageRefused';
}
