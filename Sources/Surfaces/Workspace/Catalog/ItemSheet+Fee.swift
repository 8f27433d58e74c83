import Catalog
import HTML
import Law

/// What the form says of charges, a row each.
extension ItemSheet {
    func readFee(onto base: ItemContent?, into reading: inout Reading) {
        switch self[.fee] {
        case ItemSheet.free:
            if !charges.isEmpty { reading.fault(.fee, "填写了收费项目的应为收费，实为不收费") }
            // What a free item rests on is not asked here and stays.
            reading.content.fee = base?.fee.flatMap { $0.isCharged ? nil : $0 } ?? Fee(isCharged: false)
        case ItemSheet.charged:
            if charges.isEmpty { reading.fault(.fee, "收费应写明收费项目、标准和依据（行政许可法§59），实为没有") }
            reading.content.fee = Fee(charges.enumerated().map { charge($1, at: $0, into: &reading) })
        default:
            if !charges.isEmpty { reading.fault(.fee, "填写了收费项目的应为收费，实为没有选择") }
        }
    }

    private func charge(_ row: [ChargeField: String], at index: Int, into reading: inout Reading) -> Fee.Charge {
        func text(_ field: ChargeField) -> String? { row[field].flatMap { $0.isEmpty ? nil : $0 } }
        func fault(_ field: ChargeField, _ message: String) {
            reading.fault(ItemSheet.charge(index, field), message)
        }
        if text(.name) == nil { fault(.name, "应写明收费项目，实为空") }
        if text(.standard) == nil { fault(.standard, "收费应写明标准，实为没有") }
        let basis = text(.basis).flatMap { LegalBasis($0) }
        if basis == nil { fault(.basis, "收费应写明依据，如“价格法§18”，实为“\(row[.basis] ?? "")”") }
        var charge = Fee.Charge(text(.name), standard: text(.standard), basis: basis)
        charge.isReducible = text(.reducible).map { $0 == ItemSheet.yes }
        charge.reductionBasis = text(.reductionBasis)
        charge.note = text(.note)
        if charge.isReducible == true, charge.reductionBasis == nil { fault(.reductionBasis, "允许减免的应写明减免依据，实为空") }
        return charge
    }
}
