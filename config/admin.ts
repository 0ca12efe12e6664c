import type { Core } from '@strapi/strapi';

type PreviewRequest = { documentId?: string; locale?: string; status?: string };

/**
 * The address of the panel's preview: for a draft the portal page with a preview link of the desk, for a published
 * article its public page. Relative for a draft, so that it has the origin from which the panel was opened.
 */
async function previewAddress(uid: string, request: PreviewRequest): Promise<string | undefined> {
  const preview = await strapi.plugin('publishing-desk').service('previews').of(uid, request);
  if (!preview) return undefined;
  if ('url' in preview) return preview.url;
  return strapi
    .plugin('portal-site')
    .service('renderer')
    .path('preview', preview.token, preview.locale === 'en' ? 'en' : 'vi');
}

/** The admin panel: its secrets, with advertisements and calls to other servers switched off. */
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
