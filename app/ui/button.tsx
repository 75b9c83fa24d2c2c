import { Link } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import './button.css'

export type ButtonVariant = 'primary' | 'quiet' | 'danger'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: ButtonVariant
  readonly small?: boolean
}

/** Submits its form unless `type` says otherwise, as in HTML. */
export function Button({ variant = 'quiet', small, className, ...rest }: ButtonProps) {
  return <button {...rest} className={buttonClass({ variant, small, className })} />
}

interface ButtonLinkProps {
  readonly to: string
  readonly children: ReactNode
  readonly variant?: ButtonVariant
  readonly small?: boolean
  /** A file or another document: the browser loads it itself. */
  readonly reloadDocument?: boolean
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function ButtonLink({
  to,
  children,
  variant = 'quiet',
  small,
  reloadDocument,
}: ButtonLinkProps) {
  return (
    <Link to={to} reloadDocument={reloadDocument} className={buttonClass({ variant, small })}>
      {children}
    </Link>
  )
}

interface ButtonLook {
  readonly variant: ButtonVariant
  readonly small?: boolean | undefined
  readonly className?: string | undefined
}

/** For components of other libraries that should look like our buttons. */
export function buttonClass({ variant, small, className }: ButtonLook): string {
  return ['button', `button-${variant}`, small && 'button-small', className]
    .filter(Boolean)
    .join(' ')
}
