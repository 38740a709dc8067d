// The page of the memory graph while there is no node.
import { startCreating } from './memory-graph-dialogs.js';

startCreating(node => location.assign(`/ui/graph?node=${node.id}`));
