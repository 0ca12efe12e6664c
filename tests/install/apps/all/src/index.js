/** Brings a page of the old portal in. */
module.exports = {
  async bootstrap({ strapi }) {
    await strapi.plugin('legacy-import').service('importer').run(['old-page.txt'], {});
  },
};
