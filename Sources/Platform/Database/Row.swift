/// One row of an answer; columns are read by the name the statement gives them.
package struct Row: Sendable {
    package let columns: Columns
    package let values: [SQLValue]

    /// Makes a row; `columns` are shared by all rows of one answer and stand in the order of `values`.
    package init(columns: Columns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    package init(names: [String], values: [SQLValue]) {
        self.init(columns: Columns(names), values: values)
    }

    /// Returns the column as the type the caller expects.
    ///
    /// - Throws: `DatabaseError.column` when there is no such column or it holds something else.
    package subscript<Value: SQLConvertible>(_ name: String) -> Value {
        get throws {
            guard let index = columns.index(of: name) else {
                throw DatabaseError.column(name, expected: "\(Value.self)", found: "no such column")
            }
            return try self[index]
        }
    }

    /// Returns the column at `index`, for hot paths.
    package subscript<Value: SQLConvertible>(_ index: Int) -> Value {
        get throws {
            guard values.indices.contains(index) else {
                throw DatabaseError.column("\(index)", expected: "\(Value.self)", found: "no such column")
            }
            guard let value = Value(sqlValue: values[index]) else {
                throw DatabaseError.column(columns.names[index], expected: "\(Value.self)", found: "\(values[index])")
            }
            return value
        }
    }
}
