import { testLabels } from '../../../../../panel/test-labels';
import contentTypes from '../../../server/src/content-types';
import { labels } from '../labels';

testLabels(labels, contentTypes, [
  'replaces-later',
  'amends-later',
  'unreported-years',
  'carried-over',
  'carried-over-in-all',
]);
