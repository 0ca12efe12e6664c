import { testLabels } from '../../../../../panel/test-labels';
import contentTypes from '../../../server/src/content-types';
import { labels } from '../labels';

testLabels(labels, contentTypes);
