import Cryptography
import Parties

/// Who comes to the window; personal as a whole.
package struct Booker: Hashable, Sendable, Codable {
    package let name: String
    package let mobile: String
    /// The firm or organization that one comes for; empty for none.
    package let unit: String
    /// Finds the bookings of one number without telling the number.
    let mark: String

    static let greatestUnit = 200
}

extension Booker {
    /// What somebody types about themselves.
    package struct Entry: Hashable, Sendable, Encodable {
        package let name: String
        package let mobile: String
        package let unit: String

        package init(name: String, mobile: String, unit: String = "") {
            self.name = name
            self.mobile = mobile
            self.unit = unit
        }

        /// Returns what is kept.
        func checked(under key: SecretKey) throws(BookingError) -> Booker {
            let unit = BookingText.trimmed(unit)
            guard BookingText.fits(unit, 0...Booker.greatestUnit) else {
                throw .unit(greatest: Booker.greatestUnit, found: unit.count)
            }
            do throws(PartiesError) {
                let mobile = try PartyChecks.mobile(mobile)
                return Booker(
                    name: try PartyChecks.name(name, greatest: PartyChecks.greatestPersonName),
                    mobile: mobile,
                    unit: unit,
                    mark: KeyedHash.of(Array("booker \(mobile)".utf8), key: key).hex
                )
            } catch {
                throw .booker(error)
            }
        }
    }
}
