import type { Core } from '@strapi/strapi';

/** An account to create. With a `password` it can sign in; without, it gets a `registrationToken` to set one. */
type NewAdminUser = {
  email: string;
  firstname: string;
  /** Ids of the roles. */
  roles: unknown[];
  password?: string;
  isActive?: boolean;
  registrationToken?: null;
  preferedLanguage?: string;
  [attribute: string]: unknown;
};

export type AdminUser = { id: number; documentId: string; email: string; registrationToken: string | null };

type AdminUserService = {
  exists(where?: object): Promise<boolean>;
  create(user: NewAdminUser): Promise<AdminUser>;
};

/** The service behind the panel's accounts, which Strapi documents only as pages and commands. */
export const adminUsers = (strapi: Core.Strapi): AdminUserService =>
  strapi.service('admin::user') as unknown as AdminUserService;

/** The role of super administrators, which Strapi creates at its first boot. */
export const superAdminRole = (strapi: Core.Strapi): Promise<{ id: number; code: string }> =>
  strapi.service('admin::role').getSuperAdmin();
