const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');

/** Uploads a PDF, and a page under a PDF's name. */
module.exports = {
  async bootstrap({ strapi }) {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'uploads-'));
    const upload = async (originalFilename, content) => {
      const filepath = path.join(folder, originalFilename);
      await fs.writeFile(filepath, content);
      const files = { filepath, originalFilename, mimetype: 'text/html', size: content.length };
      return strapi
        .plugin('upload')
        .service('upload')
        .upload({ data: { fileInfo: {} }, files });
    };
    const pdf = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n';
    await upload('thong-bao.pdf', pdf);
    await upload('trang.pdf', '<!DOCTYPE html><script>alert(1)</script>').catch((error) =>
      console.log(`Refused: ${error.name} ${error.message}`),
    );
    await fs.rm(folder, { recursive: true });
  },
};
