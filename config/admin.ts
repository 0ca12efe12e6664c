import { type Core } from '@strapi/strapi';
import { addressIn } from '../src/middlewares/portal-page/locales';

type Asked = { documentId?: string; locale?: string; status?: string };

/**
 * Where the panel shows what is being written: the draft on the portal page by a link of the desk's, the public page of
 * what is published. From the panel's own origin, whatever name it was opened by.
 */
async function previewAddress(uid: string, asked: Asked): Promise<string | undefined> {
  const preview = await strapi.plugin('publishing-desk').service('previews').of(uid, asked);
  if (!preview) return undefined;
  return 'url' in preview
    ? preview.url
    : addressIn(preview.locale === 'en' ? 'en' : 'vi', `/xem-truoc/${preview.token}`);
}

/** The admin panel: its secrets, and everything switched off that would advertise or call elsewhere. */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: { secret: env('ADMIN_JWT_SECRET', '') },
  apiToken: { salt: env('API_TOKEN_SALT', '') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  flags: { nps: false, promoteEE: false },
  ai: { enabled: false },
  autoOpen: false,
  preview: {
    enabled: true,
    config: {
      allowedOrigins: [
        "'self'",
        new URL(env('PORTAL_URL', env('PUBLIC_URL', `http://localhost:${env('PORT', '1337')}`))).origin,
      ],
      handler: previewAddress,
    },
  },
});
