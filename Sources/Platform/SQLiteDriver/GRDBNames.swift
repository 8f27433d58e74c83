internal import GRDB

// GRDB and our `Database` use the same words; here the driver gives GRDB's ones names of their own.

typealias GRDBConnection = GRDB.Database
typealias GRDBError = GRDB.DatabaseError
typealias GRDBConfiguration = GRDB.Configuration
typealias GRDBQueue = GRDB.DatabaseQueue
typealias GRDBPool = GRDB.DatabasePool
typealias GRDBWriter = GRDB.DatabaseWriter
