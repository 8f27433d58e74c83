internal import Database

// GRDB has types of the same names; a declaration of this module goes before both.

typealias DatabaseError = Database.DatabaseError
typealias Row = Database.Row
typealias SQL = Database.SQL
