import { requireBuilt } from '../paths.mjs';
import { UserError } from '../process/user-error.mjs';

/**
 * Validates ADMIN_EMAIL and ADMIN_PASSWORD before the long steps of a start.
 * @throws {UserError}
 */
export function checkFirstAdministrator() {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = process.env;
  if (!email && !password) return;
  if (!email || !password) throw new UserError('ADMIN_EMAIL và ADMIN_PASSWORD phải được đặt cùng nhau.');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new UserError(`ADMIN_EMAIL không phải địa chỉ thư: ${email}`);
  // Strapi's own rule; bcrypt reads no further than 72 bytes.
  const fits = password.length >= 8 && /[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password);
  if (!fits || Buffer.byteLength(password) > 72) {
    throw new UserError('ADMIN_PASSWORD cần ít nhất 8 ký tự, có chữ thường, chữ hoa và chữ số, không quá 72 byte.');
  }
}

/**
 * Makes the first administrator from ADMIN_EMAIL and ADMIN_PASSWORD when there is none.
 * @param {import('@strapi/types').Core.Strapi} strapi
 * @returns {Promise<boolean>} whether there is an administrator now
 */
export async function ensureFirstAdministrator(strapi) {
  const { adminUsers, superAdminRole } = requireBuilt('strapi-internals/admin-users');
  const users = adminUsers(strapi);
  if (await users.exists()) return true;
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = process.env;
  if (!email) return false;
  const role = await superAdminRole(strapi);
  await users.create({
    email: email.toLowerCase(),
    password,
    firstname: 'Quản trị',
    preferedLanguage: 'vi',
    registrationToken: null,
    isActive: true,
    roles: [role.id],
  });
  return true;
}
