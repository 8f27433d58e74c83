import Database
import Kernel

/// What the catalog holds under a code, as far as a list would repeat it.
struct KnownListing: Hashable {
    let name: String
    let agencyName: String?

    init(name: String, agencyName: String?) {
        self.name = name
        self.agencyName = agencyName
    }

    init(_ listing: ImportedListing) {
        self.init(name: listing.name, agencyName: listing.agency?.name)
    }
}

extension SQLReader {
    /// Returns what the catalog holds under each of the codes that it knows.
    func knownListings(_ codes: [String], in realm: Realm) throws -> [String: KnownListing] {
        var known: [String: KnownListing] = [:]
        for start in stride(from: 0, to: codes.count, by: 500) {
            let some = Array(codes[start..<min(start + 500, codes.count)])
            let rows = try rows(
                """
                SELECT code, name, agency_name
                  FROM power_item
                 WHERE realm = \(realm)
                   AND code IN (\(list: some))
                """
            )
            for row in rows {
                known[try row["code"]] = KnownListing(name: try row["name"], agencyName: try row["agency_name"])
            }
        }
        return known
    }
}
