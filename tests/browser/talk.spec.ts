import { joiningTests } from './talk/joining.ts';
import { readingTests } from './talk/reading.ts';
import { test } from './talk/talking-test.ts';

// One worker for all: each would build the blog for itself, and two builds at once are in each other's way.
test.describe.configure({ mode: 'default' });

test.describe('a conversation is read', readingTests);
test.describe('a conversation is joined', joiningTests);
