module.exports = ({ env }) => ({
  'portal-feeds': { config: { portalUrl: env('PORTAL', 'https://portal.example') } },
});
