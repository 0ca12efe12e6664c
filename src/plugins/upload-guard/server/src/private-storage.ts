import type { Core } from '@strapi/strapi';
import { currentRequest, signInOf } from '../../../../strapi-internals/request-caller';
import { type StoredFile, uploadProvider, uploadProviderName } from '../../../../strapi-internals/upload-provider';
import type { SignedAddresses } from './signed-addresses';

/** Whether the present request is one of a user of the panel. */
function isPanelRequest(strapi: Core.Strapi): boolean {
  const request = currentRequest(strapi);
  return request !== undefined && ['panel', 'admin-token'].includes(signInOf(request.state) ?? '');
}

/** Where an object store keeps a file, beside the address at which this server serves it. */
const storeAddress = ({ provider_metadata, url }: StoredFile): string =>
  typeof provider_metadata?.address === 'string' ? provider_metadata.address : url;

/**
 * Gives every stored file a stable address at this server, `/uploads/NAME`, whatever provider keeps it, and signs that
 * address in answers to the panel. Answers to all others keep the stable address, at which the file is found while the
 * public may see it. A provider of public objects is left alone. To be called in `register`.
 *
 * @returns fetches a file from its object store, with the headers of the request that concern ranges and caches; null
 *   where files are on this server's disk
 */
export async function keepPrivate(
  strapi: Core.Strapi,
  { sign }: SignedAddresses,
): Promise<((file: StoredFile, headers: Record<string, string>, method: string) => Promise<Response>) | null> {
  const provider = uploadProvider(strapi);
  const { getSignedUrl } = provider;
  const isLocal = uploadProviderName(strapi) === 'local';
  if (!isLocal && !(await provider.isPrivate())) {
    strapi.log.warn(
      'upload-guard: kho tệp đang dùng là kho công khai, nên ai biết địa chỉ cũng mở được tệp của bản nháp. ' +
        'Hãy dùng kho riêng tư (xem README của upload-guard).',
    );
    return null;
  }

  provider.isPrivate = () => true;
  provider.getSignedUrl = ({ url }) => {
    const [path = ''] = url.split('?');
    return { url: isPanelRequest(strapi) && path.startsWith('/uploads/') ? sign(path) : url };
  };
  if (isLocal) return null;

  for (const name of ['upload', 'uploadStream', 'replace', 'replaceStream'] as const) {
    const store = provider[name]?.bind(provider);
    if (!store) continue;
    provider[name] = async (file, ...others) => {
      await store(file, ...others);
      file.provider_metadata = { ...file.provider_metadata, address: file.url };
      file.url = `/uploads/${file.hash}${file.ext}`;
    };
  }
  return async (file, headers, method) => {
    const { url } = await getSignedUrl.call(provider, { ...file, url: storeAddress(file) });
    return fetch(url, { headers, method: method === 'HEAD' ? 'HEAD' : 'GET' });
  };
}
