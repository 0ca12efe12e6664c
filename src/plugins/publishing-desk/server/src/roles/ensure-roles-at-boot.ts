import type { Core } from '@strapi/strapi';
import { afterStrapiRoles } from '../../../../../strapi-internals/permissions';
import { ensureRoles } from './ensure-roles';

/** @returns to be called when this Strapi ends */
export const ensureRolesAtBoot = (strapi: Core.Strapi): (() => void) =>
  afterStrapiRoles(strapi, () => ensureRoles(strapi));
