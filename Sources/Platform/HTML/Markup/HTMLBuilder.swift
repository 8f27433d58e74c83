/// Collects the statements of a `body` into one piece of HTML.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ part: any HTML) -> any HTML { part }

    package static func buildExpression(_ parts: [any HTML]) -> any HTML { HTMLGroup(parts) }

    package static func buildBlock() -> any HTML { NoHTML() }

    package static func buildBlock(_ part: any HTML) -> any HTML { part }

    package static func buildBlock(_ parts: any HTML...) -> any HTML { HTMLGroup(parts) }

    package static func buildOptional(_ part: (any HTML)?) -> any HTML { part ?? NoHTML() }

    package static func buildEither(first part: any HTML) -> any HTML { part }

    package static func buildEither(second part: any HTML) -> any HTML { part }

    package static func buildArray(_ parts: [any HTML]) -> any HTML { HTMLGroup(parts) }
}
