import type { Core } from '@strapi/strapi';

/**
 * A file or one of its smaller formats, as Strapi hands it to a provider and stores it. `provider_metadata` is a
 * provider's own; Strapi documents neither it nor the wrapping of a provider's methods.
 */
export type StoredFile = {
  url: string;
  hash?: string;
  ext?: string;
  mime?: string;
  provider_metadata?: Record<string, unknown> | null;
  [field: string]: unknown;
};

type Method = (file: StoredFile, ...others: unknown[]) => Promise<unknown>;

/** The provider that is configured, with Strapi's defaults for the methods that it lacks. */
type UploadProvider = {
  isPrivate(): boolean | Promise<boolean>;
  getSignedUrl(file: StoredFile): { url: string } | Promise<{ url: string }>;
  delete(file: StoredFile): Promise<unknown>;
} & Partial<Record<'upload' | 'uploadStream' | 'replace' | 'replaceStream', Method>>;

/** The provider's name in `config/plugins.ts`; Strapi's default is `local`. */
export const uploadProviderName = (strapi: Core.Strapi): string =>
  strapi.config.get<string>('plugin::upload.provider', 'local');

/** Available once Strapi's upload plugin is registered, which it is before the plugins of an app. */
export const uploadProvider = (strapi: Core.Strapi): UploadProvider =>
  (strapi.plugin('upload') as unknown as { provider: UploadProvider }).provider;

/**
 * SQL: whether an address is that of a logo of the panel. Strapi stores these files through the provider, and their
 * addresses in a setting, without a row among the files.
 */
export const isPanelLogo = (path: string): string => `EXISTS (
  SELECT FROM strapi_core_store_settings
   WHERE key = 'core_admin_project-settings' AND position(to_json(${path})::text in value) > 0)`;
