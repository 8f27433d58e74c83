import Catalog
import Codes
import EventLog
import Kernel
import Law
import TestHouse
import TestSupport
import Testing

@Suite("Charges and category fields at the desk")
struct CategoryFieldDeskTests {
    private func item(in desk: TestDesk) async throws -> (id: PowerItem.ID, state: PowerItem) {
        let found = try await desk.house.log.read(TestHouse.realm) { reading in
            try reading.powerItem(code: "511A0138600000-511602000000-000-11511301008778183N-1-00")
        }
        let (id, item) = try #require(found)
        return (id, item.state)
    }

    private func fields(_ desk: TestDesk, _ other: [String: String]) -> [(String, String)] {
        let stated: [String: String] = [
            "name": "民办幼儿园设立审批", "category": "license", "agency": desk.house.agency.text, "fee": "charged",
            "m0.name": "章程", "m0.specification": "A4", "m0.acceptance": "加盖公章", "m0.basis": "民办教育促进法§15",
            "c0.name": "登记费", "c0.standard": "每件10元", "c0.basis": "价格法§18", "c0.reducible": "yes",
            "c0.reductionBasis": "减免办法第三条", "c1.name": "工本费", "c1.standard": "每证5元", "c1.basis": "价格法§18",
            "field.quota": "每年三个", "field.dept_type": "法定机关",
            "kind": "changed", "trigger": "operation", "evidence": "区教育局〔2026〕5号", "reason": "补充", "do": "save",
        ]
        return stated.merging(other) { _, other in other }.sorted { $0.key < $1.key }
    }

    @Test("charges are rows and category fields have their choices; what is wrong is told beside it and loses nothing")
    func form() async throws {
        let desk = try await TestDesk()
        let (id, before) = try await item(in: desk)
        let path = "/catalog/items/\(id.text)/draft"
        try await desk.serve { port in
            let keeper = DeskBrowser(port: port)
            var page = try await keeper.signIn("keeper", on: path)
            for text in ["收费项目 1", "许可数量", "行政处罚另填的内容", "受理标准"] { #expect(page.body.contains(text), "\(text)") }
            let odd = [
                "c1.standard": "", "c1.basis": "", "c0.reductionBasis": "", "field.punish_class": "罚款",
                "field.dept_type": "机关",
            ]
            page = try await keeper.post(path, fields(desk, odd), from: page)
            #expect(page.status == 422)
            for text in [
                "收费应写明标准，实为没有", "收费应写明依据", "允许减免的应写明减免依据", "行政处罚的事项才填写，本事项为行政许可", "应为法定机关；授权组织；受委托组织之一",
                "value=\"工本费\"",
            ] { #expect(page.body.contains(text), "\(text)") }
            page = try await keeper.post(path, fields(desk, ["fee": "free"]), from: page)
            #expect(page.body.contains("填写了收费项目的应为收费，实为不收费"))
            #expect(try await item(in: desk).state.draft == before.draft)
            page = try await keeper.act(path, fields(desk, [:]), from: page)
            for text in ["登记费：每件10元；依据：《价格法》第十八条；允许减免（减免办法第三条）", "许可数量：每年三个", "受理标准：加盖公章"] {
                #expect(page.body.contains(text), "\(text)")
            }
            page = try await keeper.get(path)
            for text in ["value=\"登记费\"", "value=\"每年三个\"", "value=\"民办教育促进法§15\""] {
                #expect(page.body.contains(text), "\(text)")
            }
        }
        let content = try #require(try await item(in: desk).state.draft?.content)
        #expect(content.fee?.charges.map(\.name) == ["登记费", "工本费"])
        #expect(content.fee?.charges.map(\.isReducible) == [true, nil])
        #expect(content.fields?.map(\.key) == ["dept_type", "quota"])
        #expect(content.materials?.first?.rest.map(\.fact) == [.specification, .acceptance, .basis])
    }
}
