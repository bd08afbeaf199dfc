/** A reader's thread that writes no exports: for the store by itself. The app has one of its own. */
import { runReader } from './reader-thread.ts'

runReader(null)
