package import Kernel

/// What whoever brings a text in says of it, where the text does not, or says it unclearly.
package struct StatuteStatement: Hashable, Sendable {
    package let level: LawLevel?
    /// The body that made it.
    package let issuer: String?
    /// The number of the order or document that promulgated it (国务院令第825号, 粤府〔2023〕73号).
    package let documentNumber: String?
    package let promulgatedOn: Day?
    package let inForceFrom: Day?

    package init(
        level: LawLevel? = nil,
        issuer: String? = nil,
        documentNumber: String? = nil,
        promulgatedOn: Day? = nil,
        inForceFrom: Day? = nil
    ) {
        self.level = level
        self.issuer = issuer
        self.documentNumber = documentNumber
        self.promulgatedOn = promulgatedOn
        self.inForceFrom = inForceFrom
    }

    package var isEmpty: Bool { self == StatuteStatement() }
}

extension StatuteReading {
    /// Returns the reading with what was said of the text before what the text shows.
    package func stating(_ statement: StatuteStatement) -> StatuteReading {
        guard !statement.isEmpty else { return self }
        var enactments = version.enactments
        if let day = statement.promulgatedOn {
            let by = [statement.issuer, statement.documentNumber].compactMap(\.self).joined(separator: " ")
            enactments.append(Enactment(on: day, kind: .promulgated, text: "\(by)公布"))
        }
        let stated = StatuteVersion(
            title: version.title,
            level: statement.level ?? version.level ?? .shown(by: version.title, enactments),
            issuer: statement.issuer ?? version.issuer,
            documentNumber: statement.documentNumber ?? version.documentNumber,
            enactments: enactments,
            inForceFrom: statement.inForceFrom ?? version.inForceFrom ?? statement.promulgatedOn,
            articles: version.articles
        )
        return StatuteReading(version: stated, unplaced: unplaced)
    }
}
