import Catalog
import Codes
import Foundation
import Kernel
import Law
import Testing

@Suite("Fields of categories, charges and materials")
struct CategoryFieldTests {
    private func read(_ text: String) throws -> ItemReading {
        let known = ListKnowledge(try .national(), .none, try CategoryField.shipped())
        return ItemReader.read(Array(text.utf8), format: .csv, known: known)
    }

    @Test("every category has the fields of all, and those that are its own")
    func categoryFields() throws {
        let fields = try CategoryField.shipped()
        #expect(Set(fields.map(\.key)).count == fields.count)
        #expect(Set(fields.map(\.key)).isDisjoint(with: CatalogField.all.map(\.code)), "a column has one meaning")
        func own(_ category: PowerCategory) -> [String] {
            fields.filter { $0.categories.contains(category) }.map(\.chinese)
        }
        #expect(own(.penalty) == ["处罚种类", "处罚对象"])
        #expect(own(.license) == ["许可数量", "许可类别"])
        #expect(own(.coercion) == ["强制措施种类", "强制执行方式"])
        #expect(own(.confirmation) == [])
    }

    @Test(
        "what does not belong to the category, or is none of the choices, is a doubt and is not taken",
        arguments: [
            ("2", "处罚种类", "罚款；警告", "", [["罚款；警告"]]), ("2", "punish_class", "罚款；罚金", "罚款；罚金", []),
            ("1", "处罚种类", "罚款", "罚款", []), ("3", "强制执行方式", "代履行；代履行", "代履行；代履行", []),
            ("2", "处罚对象", "企业", "", [["企业"]]),
        ] as [(String, String, String, String, [[String]])]
    )
    func categoryDoubts(
        category: String,
        column: String,
        text: String,
        doubted: String,
        taken: [[String]]
    ) throws {
        let reading = try read("code,name,category,\(column)\nA1,放风筝,\(category),\(text)\n")
        #expect(reading.faults == [])
        #expect(reading.doubts.filter { $0.column == column }.map(\.found) == (doubted.isEmpty ? [] : [doubted]))
        #expect(reading.rows.compactMap(\.listing.details?.fields).map { $0.map(\.text) } == taken)
    }

    @Test(
        "charges are read a line each, and those that do not stand side by side are not taken",
        arguments: [
            ("甲费\n乙费", "1元\n2元", "价格法#18", 2), ("甲费\n乙费", "1元", "价格法#18", 0), ("", "1元\n2元", "价格法#18", 0),
            ("甲费", "1元", "价格法#18", 1), ("", "1元", "价格法#18", 1),
        ] as [(String, String, String, Int)]
    )
    func charges(names: String, standards: String, basis: String, count: Int) throws {
        let header = "task_code,task_name,task_type,is_fee,fee_item,fee_standard,fee_basis,fee_reducible"
        let list = "\(header)\n511A0138600000,放风筝,01,是,\"\(names)\",\"\(standards)\",\(basis),\"—\n是\"\n"
        let reading = try read(list)
        let charges = reading.rows.first?.listing.content.fee?.charges ?? []
        #expect(charges.count == count)
        #expect(reading.doubts.contains { $0.found.hasSuffix("收费没有采用") } == (count == 0))
        if count == 2 { #expect(charges.map(\.isReducible) == [nil, true]) }
    }

    @Test("materials and charges are tables of their own, with all that is stated of each")
    func tables() throws {
        var content = ItemContent(code: "511A0138600000", name: "放风筝", category: .license)
        var photo = Material(name: "照片", form: .paper, originals: 1, copies: 2, sample: "样表一", note: "正面")
        photo.specification = "A4"
        photo.acceptance = "清晰"
        photo.basis = "风筝法第三条"
        photo.sourceNote = "自行拍摄"
        photo.remark = "近三个月"
        content.materials = [Material(name: "申请书", form: .electronic, originals: 0), photo]
        var charge = Fee.Charge("放飞费", standard: "每只1元", basis: LegalBasis("风筝收费办法", 2))
        charge.isReducible = true
        charge.reductionBasis = "风筝减免办法"
        content.fee = Fee([charge])
        let item = OpenItem(id: "I1", content: content, version: nil, source: nil)
        func rows(_ kind: CatalogTable.Kind) throws -> [[String: String]] {
            let table = try CatalogTable(kind)
            return table.rows(of: item).map { row in
                Dictionary(
                    uniqueKeysWithValues: zip(table.columns.map(\.code), row).compactMap { name, cell in
                        cell.map { (name, $0) }
                    }
                )
            }
        }
        let materials = try rows(.materials)
        #expect(materials.map { $0["material_type"] } == [nil, "原件和复印件"])
        #expect(
            materials.last == [
                "task_code": "511A0138600000", "task_name": "放风筝", "order_num": "2", "material_name": "照片",
                "material_type": "原件和复印件", "material_form": "纸质", "necessity": "必要", "sample_table": "样表一",
                "source_type": "申请人自备", "source_explain": "自行拍摄", "originals": "1", "copies": "2",
                "specification": "A4", "fill_explain": "正面", "accept_standard": "清晰", "by_law": "风筝法第三条",
                "remark": "近三个月",
            ]
        )
        #expect(
            try rows(.charges) == [
                [
                    "task_code": "511A0138600000", "task_name": "放风筝", "order_num": "1", "fee_item": "放飞费",
                    "fee_standard": "每只1元", "fee_basis": "《风筝收费办法》第二条", "fee_reducible": "是",
                    "fee_reduction_basis": "风筝减免办法",
                ]
            ]
        )
        for kind in CatalogTable.Kind.allCases {
            let names = try CatalogTable(kind).columns.map(\.code)
            #expect(Set(names).count == names.count, "\(kind)")
        }
    }

    @Test(
        "what was stored before charges, fields and further facts of materials reads as it was, and stays what it was"
    )
    func older() throws {
        let stored = #"{"basis":"演示办法","isCharged":true,"standard":"每件一元"}"#
        let fee = try JSONDecoder().decode(Fee.self, from: Data(stored.utf8))
        #expect(fee == Fee(isCharged: true, standard: "每件一元", basis: LegalBasis(law: "演示办法")))
        #expect(fee.charges.map(\.standard) == ["每件一元"])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(String(decoding: try encoder.encode(fee), as: UTF8.self) == stored)
        let material = Material(name: "申请书")
        let bytes = try encoder.encode(material)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("specification"))
        #expect(try JSONDecoder().decode(Material.self, from: bytes) == material)
    }
}
