package import Kernel

/// The version of a power item under which a case began and, after an ordinary change, stays.
///
/// - Source: 行政许可法 §8 (an effective act is not changed at will); design: no power outside the catalog.
package struct ItemPin: Hashable, Sendable, Codable {
    /// The item itself, whatever code it has had.
    package let id: String
    package let code: String
    package let version: Int
    package let name: String
    /// The category's national code, as `01`.
    package let category: String
    package private(set) var agency: String
    /// The 12-digit code of the division in which the act takes effect.
    package let division: String
    package private(set) var agencyName: String
    /// The 机关代字 of document numbers, as `广安审批`.
    package private(set) var agencyShortName: String
    package let statutoryLimit: Period
    package let statutorySource: String
    package let promisedLimit: Period
    /// The version of the process under which the case runs: the item's, until the case goes over to another.
    package private(set) var process: ProcessPin
    /// The name of the permit that a granted application leads to, if there is one.
    package let permitName: String?
    /// 许可类别 as the item states it; `nil` where it does not, and of what is no license.
    package let licenseKind: String?
    /// Whether the item is kept out of every public view, and so are its cases (涉密); `nil` is no.
    private let secret: Bool?

    package init(
        id: String,
        code: String,
        version: Int,
        name: String,
        category: String,
        agency: String,
        division: String,
        agencyName: String,
        agencyShortName: String,
        statutoryLimit: Period,
        statutorySource: String,
        promisedLimit: Period,
        process: ProcessPin,
        permitName: String?,
        licenseKind: String? = nil,
        isSecret: Bool = false
    ) {
        self.id = id
        self.code = code
        self.version = version
        self.name = name
        self.category = category
        self.agency = agency
        self.division = division
        self.agencyName = agencyName
        self.agencyShortName = agencyShortName
        self.statutoryLimit = statutoryLimit
        self.statutorySource = statutorySource
        self.promisedLimit = promisedLimit
        self.process = process
        self.permitName = permitName
        self.licenseKind = licenseKind
        secret = isSecret ? true : nil
    }

    /// Whether nothing of the case may be seen by the public.
    ///
    /// - Source: Regulations on the Disclosure of Government Information (政府信息公开条例) art. 14.
    package var isSecret: Bool { secret ?? false }

    package var text: String { "\(code)@\(version)" }

    func running(under process: ProcessPin) -> ItemPin {
        var pin = self
        pin.process = process
        return pin
    }

    /// The same version of the item, exercised by another agency.
    package func exercised(by agency: AgencySucceeded.Named) -> ItemPin {
        var pin = self
        pin.agency = agency.id.text
        pin.agencyName = agency.name
        pin.agencyShortName = agency.shortName
        return pin
    }
}

/// The version of a process under which a case runs.
package struct ProcessPin: Hashable, Sendable, Codable {
    package let id: String
    package let version: Int

    package init(id: String, version: Int) {
        self.id = id
        self.version = version
    }

    package var text: String { "\(id)@\(version)" }
}
