import Directory
import WebServer

/// The sections in which agencies and governments disclose their enforcement (行政执法公示专栏).
extension HallPath {
    static let publicity = "/publicity"

    static func publicity(agency: String) -> String { "\(publicity)/agencies/\(URLText.encode(agency))" }

    static func publicity(of division: Division.Code) -> String { "\(publicity)/divisions/\(division.text)" }

    /// Every article an agency's items rest on.
    static func bases(of agency: String) -> String { "\(publicity(agency: agency))/bases" }

    /// A form of an agency.
    static func form(_ form: OfficialForm, of agency: String) -> String {
        "\(publicity(agency: agency))/forms/\(form.rawValue)"
    }

    /// A form compiled of the agencies of a government.
    static func form(_ form: OfficialForm, of division: Division.Code) -> String {
        "\(publicity(of: division))/forms/\(form.rawValue)"
    }

    /// What the agency decided lately, for a notice board.
    static func notice(of agency: String) -> String { "\(publicity(agency: agency))/notice.pdf" }

    /// How its cases were rated, and how complaints about it ended.
    static func feedback(of agency: String) -> String { "\(publicity(agency: agency))/feedback" }

    static func basesFile(of agency: String, _ format: String) -> String { "\(bases(of: agency)).\(format)" }
}

extension HallPath.Pattern {
    static let publicity: RoutePath = "/publicity"
    static let agencyPublicity: RoutePath = "/publicity/agencies/{agency}"
    static let divisionPublicity: RoutePath = "/publicity/divisions/{division}"
    static let framedAgency: RoutePath = "/embed/agencies/{agency}"
    static let framedBases: RoutePath = "/embed/agencies/{agency}/bases"
    static let framedDivision: RoutePath = "/embed/divisions/{division}"
    static let agencyForm: RoutePath = "/publicity/agencies/{agency}/forms/{file}"
    static let divisionForm: RoutePath = "/publicity/divisions/{division}/forms/{file}"
    static let notice: RoutePath = "/publicity/agencies/{agency}/notice.pdf"
    static let agencyFeedback: RoutePath = "/publicity/agencies/{agency}/feedback"
    static let agencyBases: RoutePath = "/publicity/agencies/{agency}/{file}"
}
