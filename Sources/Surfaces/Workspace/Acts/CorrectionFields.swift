import Casework
import HTML

/// One line a material: nothing to correct, or missing, wrong or out of date, with words for the applicant.
///
/// - Source: Administrative License Law (行政许可法) art. 32(4): everything is told at once.
struct CorrectionFields: Component {
    let prefix: String
    let materials: [String]
    let typed: TypedForm

    var body: any HTML {
        fieldset(.cssClass("field corrections")) {
            legend { "需要补正的全部内容" }
            p(.cssClass("hint")) { "应一次告知全部内容；补正期间不计入办理时限（行政许可法§32）。没有问题的材料不选。" }
            for (index, material) in materials.enumerated() { row(index, material) }
            for index in materials.count..<(materials.count + OutcomeForm.freeRows) { row(index, nil) }
        }
    }

    private func row(_ index: Int, _ material: String?) -> any HTML {
        let caption = FieldCaption(
            "\(prefix)-kind-\(index)",
            label: material ?? "其他材料或者填报内容",
            errors: typed.isOpen(prefix) ? typed.errors : []
        )
        return div(.cssClass("correction")) {
            if let material {
                input(.type("hidden"), .name("\(prefix)-material-\(index)"), .value(material))
            } else {
                text("material", index, "材料或者填报内容的名称")
            }
            SelectField(
                caption,
                choices: [Choice("", "不需补正")] + CorrectionPoint.Kind.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: typed.value("kind-\(index)", in: prefix)
            )
            text("text", index, "补正要求，写给申请人")
        }
    }

    private func text(_ name: String, _ index: Int, _ label: String) -> any HTML {
        input(
            .name("\(prefix)-\(name)-\(index)"),
            .type("text"),
            .value(typed.value("\(name)-\(index)", in: prefix)),
            .maxLength(500),
            .aria(.label, label),
            Attribute("placeholder", label)
        )
    }
}
