import Codes
import Definitions
import Interchange
import Testing

@Suite("Codes of published items")
struct PublishedItemTests {
    /// Counted apart from the program, with a regular expression over the file.
    @Test("of 753 items of 广安区 three keys are broken, the others parse, 59 of them with a warning")
    func guangan() throws {
        let divisions = try DivisionTable.national()
        var table = try CSVTable(try Definitions.bytes("demonstration/guangan-items.csv"), needs: ["事项编码", "事项类型代码"])
        var rows = 0
        var faults: [String: String] = [:]
        var tally = Tally()
        while let record = try table.next() {
            rows += 1
            let text = try #require(record["事项编码"])
            do {
                let parsed = try SichuanItemKey.parse(text)
                #expect(parsed.value.text == text.uppercased())
                #expect(parsed.value.segments(in: divisions).count >= 8)
                tally.add(parsed, warnings: parsed.warnings + parsed.value.warnings(in: divisions))
                let stated = PowerCategory(nationalCode: record["事项类型代码"] ?? "")
                if let category = parsed.value.power.category, category != stated { tally.otherCategory += 1 }
            } catch {
                faults[text] = "\(error.expected); \(error.found); \(error.place ?? "")"
            }
        }
        #expect(rows == 753)
        #expect(
            faults == [
                "E-000021-001-1111111111111111": "8 or 9 parts joined by hyphens; 4; ",
                "H-000185-001-4444444444": "8 or 9 parts joined by hyphens; 4; ",
                "A-005818-5818-511602000000-000-115113010087783353-1-00":
                    "3 characters; 4; part 1 (事项编码), part 3 (子项)",
            ]
        )
        #expect(tally == .published)
    }

    struct Tally: Equatable {
        var twelve = 0
        var fourteen = 0
        var lettered = 0
        var unknownType = 0
        var unreadableAgency = 0
        var lowercase = 0
        var otherWarnings = 0
        var withWarnings = 0
        var organizationCodes = 0
        /// Items whose stated category is another than their code's.
        var otherCategory = 0

        static let published = Tally(
            twelve: 201,
            fourteen: 538,
            lettered: 11,
            unknownType: 31,
            unreadableAgency: 41,
            lowercase: 1,
            withWarnings: 59,
            organizationCodes: 19,
            otherCategory: 1
        )

        mutating func add(_ parsed: ParsedCode<SichuanItemKey>, warnings: [CodeWarning]) {
            switch parsed.value.power {
            case .twelve: twelve += 1
            case .fourteen: fourteen += 1
            case .lettered: lettered += 1
            }
            if case .organization = parsed.value.agency { organizationCodes += 1 }
            withWarnings += warnings.isEmpty ? 0 : 1
            for warning in warnings {
                switch warning {
                case .unknownCategory: unknownType += 1
                case .unreadableAgency: unreadableAgency += 1
                case .lowercaseLetters: lowercase += 1
                case .wrongCheckCharacter, .unknownProvince, .unknownDivision, .unknownAuthority: otherWarnings += 1
                }
            }
        }
    }

    @Test("the twenty items of Liaoning parse and agree with their stated type and department")
    func liaoning() throws {
        var table = try CSVTable(try Definitions.bytes("demonstration/liaoning-items.csv"), needs: ["职权编码"])
        var rows = 0
        while let record = try table.next() {
            rows += 1
            let parsed = try NationalPowerCode.parse(try #require(record["职权编码"]))
            #expect(parsed.value.department.code == record["授权部门代码"])
            let stated = try #require(record["事项类型代码"])
            #expect(parsed.value.category == PowerCategory(nationalCode: stated))
            #expect(parsed.warnings == (stated == "99" ? [.unknownCategory("99")] : []))
        }
        #expect(rows == 20)
    }
}
