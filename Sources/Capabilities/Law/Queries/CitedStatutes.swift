package import EventLog

extension EventReading {
    /// Returns the statutes that articles are cited of, by their keys.
    package func statutes(citedIn bases: [LegalBasis]) throws -> [String: Statute] {
        try bases.cited { try state(Statute.self, $0).state }
    }
}

extension CommandSession {
    /// Returns the statutes that articles are cited of, by their keys.
    package func statutes(citedIn bases: [LegalBasis]) throws -> [String: Statute] {
        try bases.cited { try load(Statute.self, $0).state }
    }
}

extension [LegalBasis] {
    fileprivate func cited(_ statute: (String) throws -> Statute) rethrows -> [String: Statute] {
        try reduce(into: [:]) { statutes, basis in
            if statutes[basis.statute] == nil { statutes[basis.statute] = try statute(basis.statute) }
        }
    }
}
