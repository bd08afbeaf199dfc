import { describePostbackStore } from '../../suites/postback-store.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

describePostbackStore('The SQLite store', async () => openStore({ folder: await tempFolder() }))
