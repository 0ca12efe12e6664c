import type { Core } from '@strapi/strapi';
import { assertPlugins } from '../../../../boot-checks/assert-plugins';
import { checkValues, clearOnClone, constraintErrors, fillSlugs, normaliseStrings } from '../../../../documents';
import { registerFileUses } from '../../../../file-uses';
import { registerSchema } from '../../../../postgres/plugin-schema';
import { leaveOutOfFill } from '../../../../strapi-internals/locales';
import config from './config';
import { constraintMessages } from './constraint-messages';
import contentTypes from './content-types';
import controllers from './controllers';
import { directiveChecks } from './directives/checks';
import { completeDirective, DIRECTIVE } from './directives/complete-directive';
import { addFilePages } from './directives/file-pages';
import { directiveFiles } from './directives/file-uses';
import { checkProgramme, PROGRAMME } from './programmes/check-programme';
import { unreportedTargets } from './programmes/unreported-years';
import { checkReport, REPORT_TYPES } from './reports/check-report';
import { reportChecks } from './reports/checks';
import { registerAnswers } from './registration';
import routes from './routes';
import { schema } from './schema';
import { namedReferences } from './schema/named-references';
import services from './services';

/** Custom fields of programmes, each a list that is stored as JSON. */
const PROGRAMME_FIELDS = ['targets', 'tasks', 'solutions', 'projects', 'reports'];
const WHOLE_LINE = { default: 12 as const, isResizable: false };

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    assertPlugins(strapi, 'public-record', ['directory']);
    strapi.customFields.register({ name: 'date', plugin: 'public-record', type: 'date' });
    strapi.customFields.register({ name: 'year', plugin: 'public-record', type: 'integer' });
    strapi.customFields.register({ name: 'document-type', plugin: 'public-record', type: 'string' });
    strapi.customFields.register({ name: 'period', plugin: 'public-record', type: 'string' });
    strapi.customFields.register({ name: 'correction', plugin: 'public-record', type: 'text', inputSize: WHOLE_LINE });
    for (const name of ['directives', ...PROGRAMME_FIELDS, 'procedure-rows', 'exchange-rows']) {
      strapi.customFields.register({ name, plugin: 'public-record', type: 'json', inputSize: WHOLE_LINE });
    }
    registerSchema(strapi, () => schema);
    registerFileUses(strapi, directiveFiles);
    addFilePages(strapi);
    strapi.documents.use(constraintErrors(strapi, constraintMessages));
    strapi.documents.use(checkValues('public-record'));
    strapi.documents.use(normaliseStrings('public-record'));
    strapi.documents.use(
      clearOnClone(strapi, {
        [DIRECTIVE]: ['number', 'canonicalNumber', 'withdrawnOn'],
        ...Object.fromEntries(Object.values(REPORT_TYPES).map((type) => [type, ['period', 'correction']])),
      }),
    );
    strapi.documents.use(completeDirective);
    strapi.documents.use(checkProgramme(strapi));
    strapi.documents.use(checkReport);
    strapi.documents.use(fillSlugs(strapi, { [DIRECTIVE]: 'number', [PROGRAMME]: 'name' }));
    const desk = strapi.plugins['publishing-desk'];
    desk?.service('checks').ofTypes.register(DIRECTIVE, directiveChecks(strapi));
    desk?.service('checks').ofTypes.register(PROGRAMME, { 'unreported-years': unreportedTargets });
    desk?.service('checks').ofTypes.register(REPORT_TYPES['procedure-progress'], reportChecks(strapi));
    for (const references of namedReferences) desk?.service('references').register(references);
    registerAnswers(strapi);
  },

  bootstrap({ strapi }: { strapi: Core.Strapi }) {
    leaveOutOfFill(strapi, { [DIRECTIVE]: ['slug'], [PROGRAMME]: ['slug'] });
  },

  config,
  contentTypes,
  controllers,
  routes,
  services,
};
