import Codes
import Definitions
import Directory
import Interchange

/// The agencies that the division's real list of items names.
struct DemonstrationAgencies {
    let profiles: [Agency.Profile]

    static let division: Division.Code = "511602"

    init() throws {
        var table = try CSVTable(
            Definitions.bytes("demonstration/guangan-items.csv"),
            needs: ["填报单位", "实施主体编码"]
        )
        var codes: [String: String] = [:]
        while let row = try table.next() {
            if let name = row["填报单位"] { codes[name] = row["实施主体编码"] }
        }
        profiles = codes.sorted { $0.key < $1.key }.enumerated().map { index, entry in
            Agency.Profile(
                code: DemonstrationAgencies.creditCode(from: entry.value, serial: index + 1),
                name: entry.key,
                shortName: DemonstrationAgencies.word(of: entry.key),
                division: DemonstrationAgencies.division,
                complaintLine: "12345（演示）"
            )
        }
    }

    /// The list's code where it is a credit code; else one made from the organization code it gives, or made up.
    private static func creditCode(from listed: String, serial: Int) -> String {
        if let code = try? CreditCode.parse(listed).value { return code.text }
        let digits = listed.filter { $0 != "-" }.uppercased()
        let isOrganization =
            digits.count == 9 && CheckCharacters.organization(String(digits.prefix(8))) == digits.suffix(1)
        let subject = isOrganization ? String(digits.prefix(8)) : "Y" + serial.padded(to: 7)
        let body = "11511602" + subject + CheckCharacters.organization(subject)
        return body + CheckCharacters.credit(body)
    }

    /// The 机关代字 of document numbers: `区行政审批局` is `广安区审批`.
    static func word(of name: String) -> String {
        let core = name.drop { $0 == "区" }
        let short =
            switch core {
            case "行政审批局": "审批"
            case "住建局": "住建"
            case "林业局": "林业"
            case "公安分局": "公安"
            default: core.hasSuffix("局") ? String(core.dropLast()) : String(core)
            }
        return "广安区\(short)"
    }
}
