import Kernel
import Testing

@testable import Parties
@testable import Publicity

@Suite("Masking before publishing")
struct MaskingTests {
    @Test(
        "a person is named as the province says; the number is never published",
        arguments: [
            (.surname, "张某某"), (.middle, "张*三"), (.full, "张小三"), (.bystander, "张某"),
        ] as [(NameMask, String)]
    )
    func person(mask: NameMask, shown: String) throws {
        let policy = MaskingPolicy(version: "t", personName: mask, representativeName: .full)
        let person = NaturalPerson(name: "张小三", identityNumber: "11010519491231002X", mobile: "13800001234")
        let party = try #require(policy.party(Party(id: "01P1", identity: .person(person))))
        #expect(party == PublicParty(kind: .person, name: shown, creditCode: nil, representative: nil))
    }

    @Test("an organization is named in full, with its code; who represents it as the policy says")
    func organization() throws {
        let organization = Organization(
            name: "广安某某食品有限公司",
            code: "91110000600037341L",
            representative: LegalRepresentative(name: "欧阳小明", mobile: "13800001234")
        )
        let party = Party(id: "01P1", identity: .organization(organization))
        let full = try MaskingPolicy.shipped().party(party)
        #expect(full?.name == "广安某某食品有限公司")
        #expect(full?.creditCode == "91110000600037341L")
        #expect(full?.representative == "欧阳小明")
        let masked = MaskingPolicy(version: "t", personName: .surname, representativeName: .surname).party(party)
        #expect(masked?.representative == "欧阳某某")
    }

    @Test("an erased person is not published") func erased() throws {
        #expect(try MaskingPolicy.shipped().party(Party(id: "01P1", identity: .person(nil))) == nil)
    }

    @Test(
        "numbers of people go from free text, other numbers stay",
        arguments: [
            ("身份证11010519491231002X，住址略", "身份证（身份证件号码略），住址略"),
            ("身份证11010519491231002x", "身份证（身份证件号码略）"),
            ("身份证１１０１０５１９４９１２３１００２Ｘ无", "身份证（身份证件号码略）无"),
            ("旧证110105491231002", "旧证（身份证件号码略）"),
            ("电话13800001234。", "电话138****1234。"),
            ("电话138-0000-1234。", "电话138****1234。"),
            ("电话 138 0000 1234", "电话 138****1234"),
            ("账号6222021234567890123", "账号***************0123"),
            ("账号6222 0212 3456 7890 123", "账号***************0123"),
            ("电话0826-2222222", "电话0826-2222222"),
            ("代码91110000600037341L", "代码91110000600037341L"),
            ("广安教许准〔2026〕12号，2026-03-16至2031-03-15", "广安教许准〔2026〕12号，2026-03-16至2031-03-15"),
            ("注册资本 20000000 元", "注册资本 20000000 元"),
            ("编号51160220260000012，电话13800001234", "编号*************0012，电话138****1234"),
            ("", ""),
        ] as [(String, String)]
    )
    func freeText(text: String, shown: String) {
        #expect(MaskedText.numbers(in: text) == shown)
        #expect(MaskedText.numbers(in: shown) == shown)
    }

    @Test("the person's own name goes from the text of the decision as well") func ownName() throws {
        let policy = try MaskingPolicy.shipped()
        let party = PublicParty(kind: .person, name: "张某某", creditCode: nil, representative: nil)
        let names = OriginalNames(name: "张小三", representative: nil)
        #expect(policy.text("准予张小三的申请", names: names, of: party) == "准予张某某的申请")
    }
}
