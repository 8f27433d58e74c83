/// A statement in the portable subset; every interpolated value is bound, so run-time text cannot become SQL.
///
/// `text` writes each parameter as `?`; the PostgreSQL driver renders `$1…`. A question mark has no other use.
package struct SQL: Hashable, Sendable {
    package private(set) var text: String
    package private(set) var values: [SQLValue]

    /// A statement whose text is a constant and whose parameters, marked `?`, are given in order.
    ///
    /// For hot paths: no text is built.
    package init(_ text: StaticString, _ values: [SQLValue]) {
        self.text = text.description
        self.values = values
    }

    /// Returns the fragments one after the other, with `separator` between them.
    package static func join(_ fragments: [SQL], separator: StaticString) -> SQL {
        var joined = SQL("", [])
        for (index, fragment) in fragments.enumerated() {
            if index > 0 { joined.text += separator.description }
            joined.append(fragment)
        }
        return joined
    }

    package static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum.append(right)
        return sum
    }

    private mutating func append(_ other: SQL) {
        text += other.text
        values += other.values
    }
}

extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral text: StaticString) {
        self.init(text, [])
    }

    package init(stringInterpolation: Interpolation) {
        self = stringInterpolation.sql
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var sql = SQL("", [])

        package init(literalCapacity: Int, interpolationCount: Int) {
            sql.text.reserveCapacity(literalCapacity + interpolationCount)
            sql.values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            sql.text += literal.description
        }

        /// Binds a value.
        package mutating func appendInterpolation(_ value: some SQLConvertible) {
            sql.text += "?"
            sql.values.append(value.sqlValue)
        }

        /// Binds a value or NULL; named apart, because the compiler warns of optionals it finds in a plain text.
        package mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value?) {
            sql.text += "?"
            sql.values.append(value?.sqlValue ?? .null)
        }

        /// Binds a value that is already in the driver's form.
        package mutating func appendInterpolation(_ value: SQLValue) {
            sql.text += "?"
            sql.values.append(value)
        }

        /// Inserts a fragment with its own parameters.
        package mutating func appendInterpolation(_ fragment: SQL) {
            sql.append(fragment)
        }

        /// Binds a list, as in `IN (\(list: ids))`; an empty list matches nothing.
        package mutating func appendInterpolation(list values: [some SQLConvertible]) {
            guard !values.isEmpty else {
                sql.text += "NULL"
                return
            }
            for (index, value) in values.enumerated() {
                sql.text += index == 0 ? "?" : ", ?"
                sql.values.append(value.sqlValue)
            }
        }
    }
}
