import agency from './agency/schema.json';
import agencyPeriod from './agency-period/schema.json';
import position from './position/schema.json';
import official from './official/schema.json';
import appointment from './appointment/schema.json';
import succession from './succession/schema.json';

export default {
  agency: { schema: agency },
  'agency-period': { schema: agencyPeriod },
  position: { schema: position },
  official: { schema: official },
  appointment: { schema: appointment },
  succession: { schema: succession },
};
