/// One value as it crosses the driver; booleans are 0 and 1, days and instants have their own conversions.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}
