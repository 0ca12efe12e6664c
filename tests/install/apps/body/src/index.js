const UID = 'api::page.page';

const paragraph = (text) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

/** Writes a body, and tries one that the schema does not have. */
module.exports = {
  async bootstrap({ strapi }) {
    await strapi.documents(UID).create({ data: { body: paragraph('Lời nói đầu.') } });
    const wrong = { type: 'doc', content: [{ type: 'marquee' }] };
    await strapi
      .documents(UID)
      .create({ data: { body: wrong } })
      .catch((error) => console.log(`Refused: ${error.name} ${error.message}`));
  },
};
